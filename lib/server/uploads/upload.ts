/** `receiving` until the last byte has landed, `finishing` until the image is active, `failed` when its bytes were refused. */
export type UploadState = 'receiving' | 'finishing' | 'failed'

/** An unfinished upload. How far it is says the size of its staged file, nothing else. */
export interface Upload {
  id: string
  imageId: string
  projectId: string
  userId: string
  /** Announced, in bytes. */
  size: number
  /** What the client sent in `Upload-Metadata`, decoded. */
  metadata: Readonly<Record<string, string | null>>
  state: UploadState
  /** Why it failed, or why finishing did not succeed yet. */
  reason: string | null
  createdAt: Date
  updatedAt: Date
}

/** An upload and how far it is. */
export interface UploadProgress extends Upload {
  /** In bytes. */
  offset: number
}
