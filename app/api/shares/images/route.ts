import { ImageListParameters } from '@/lib/contract/image'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { receivedImagesView } from '@/lib/server/members/share-view'
import { services } from '@/lib/server/services'

/** The image list, of what the caller's project has accepted from others: `/v2/images` cannot leave out the own images. */
export const GET = endpoint({ query: ImageListParameters }, async ({ ctx, request, query }) => {
  const { images, more } = await services.members.receivedImages(ctx, query)
  const views = images.map((image) => services.images.view(ctx, image))
  return json(receivedImagesView(views, new URL(request.url).searchParams, more))
})
