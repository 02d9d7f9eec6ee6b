import type { UploadState } from './upload'

/** Times are milliseconds since 1970. */
export interface UploadTables {
  vitrine_uploads: UploadTable
}

export interface UploadTable {
  id: string
  image_id: string
  project_id: string
  user_id: string
  size: number
  /** JSON. */
  metadata: string
  state: UploadState
  reason: string | null
  created_at: number
  updated_at: number
}
