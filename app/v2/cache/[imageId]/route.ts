import { ImagePath } from '@/lib/contract/image'
import { accepted, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const PUT = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.cache.queue(ctx, 'cache_image', params.imageId)
  return accepted()
})

export const DELETE = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.cache.remove(ctx, 'cache_delete', params.imageId)
  return noContent()
})
