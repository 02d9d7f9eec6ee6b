import { z } from 'zod'

/** `/uploads/{uploadId}`. */
export const UploadPath = z.object({ uploadId: z.uuid() })
