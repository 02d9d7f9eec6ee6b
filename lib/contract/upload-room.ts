import { z } from 'zod'

/** The query of `GET /api/uploads/room`: how many bytes somebody would send. */
export const UploadRoomQuery = z.object({ size: z.coerce.number().int().min(0) })

/** Whether the caller's project could upload so many bytes now. */
export interface UploadRoomView {
  /** What there is too little of; null where there is room. `size` is what any image may have. */
  short_of: 'size' | 'quota' | 'disk' | null
  /** How many bytes there is room for; null where nothing says, and for a disk, whose room is the operator's affair. */
  room: number | null
  /** What the server would answer to the upload. */
  reason: string | null
}
