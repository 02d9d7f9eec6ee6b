import { ImageFileParameters, ImagePath } from '@/lib/contract/image'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { imageBytes } from '@/lib/server/http/image-bytes'
import { uploadSource } from '@/lib/server/http/upload-source'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: ImagePath, query: ImageFileParameters }, async ({ ctx, request, params, query }) => {
  const found = await services.images.download(ctx, params.imageId, query.prefer)
  return found ? imageBytes(request, found) : noContent()
})

export const PUT = endpoint({ params: ImagePath, bytes: true }, async ({ ctx, request, params }) => {
  await services.images.upload(ctx, params.imageId, uploadSource(request))
  return noContent()
})
