import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { UploadPath } from '@/lib/server/uploads/upload-path'
import { uploadView } from '@/lib/server/uploads/upload-view'

export const GET = endpoint({ params: UploadPath }, async ({ ctx, params }) =>
  json(uploadView(await services.uploads.get(ctx, params.uploadId))),
)
