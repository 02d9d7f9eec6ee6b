import { ImagePath } from '@/lib/contract/image'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  return json(await services.cache.nodes(ctx, params.imageId))
})
