import { ImagePath } from '@/lib/contract/image'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const POST = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.images.deactivate(ctx, params.imageId)
  return noContent()
})
