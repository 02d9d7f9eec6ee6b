import { ImagePath } from '@/lib/contract/image'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const PUT = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.cache.queue(ctx, 'manage_image_cache', params.imageId)
  return json(null)
})

export const DELETE = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.cache.remove(ctx, 'manage_image_cache', params.imageId)
  return json(null)
})
