import type { UploadProgress, UploadState } from './upload'

/** An upload on the wire; sizes are bytes. */
export interface UploadView {
  id: string
  image_id: string
  offset: number
  size: number
  state: UploadState
  reason: string | null
  created_at: string
  updated_at: string
}

/** Domain → wire. */
export function uploadView(upload: UploadProgress): UploadView {
  return {
    id: upload.id,
    image_id: upload.imageId,
    offset: upload.offset,
    size: upload.size,
    state: upload.state,
    reason: upload.reason,
    created_at: upload.createdAt.toISOString(),
    updated_at: upload.updatedAt.toISOString(),
  }
}
