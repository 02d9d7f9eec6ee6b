import { ImagePath } from '@/lib/contract/image'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { uploadSource } from '@/lib/server/http/upload-source'
import { services } from '@/lib/server/services'

export const PUT = endpoint({ params: ImagePath, bytes: true }, async ({ ctx, request, params }) => {
  await services.imports.stage(ctx, params.imageId, uploadSource(request))
  return noContent()
})
