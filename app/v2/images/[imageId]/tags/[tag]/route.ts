import { ImageTagPath } from '@/lib/contract/image'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const PUT = endpoint({ params: ImageTagPath }, async ({ ctx, params }) => {
  await services.images.tag(ctx, params.imageId, params.tag)
  return noContent()
})

export const DELETE = endpoint({ params: ImageTagPath }, async ({ ctx, params }) => {
  await services.images.untag(ctx, params.imageId, params.tag)
  return noContent()
})
