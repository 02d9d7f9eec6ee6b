import { StoredImagePath } from '@/lib/contract/image'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const DELETE = endpoint({ params: StoredImagePath }, async ({ ctx, params }) => {
  await services.images.removeFromStore(ctx, params.imageId, params.storeId)
  return noContent()
})
