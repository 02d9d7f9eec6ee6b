import { ImageInput, ImageListParameters } from '@/lib/contract/image'
import { importMethodsHeader } from '@/lib/contract/import-request'
import { paths } from '@/lib/contract/paths'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { publicBase } from '@/lib/server/http/public-url'
import { imageListView } from '@/lib/server/images/image-view'
import { services } from '@/lib/server/services'
import { storeIdsHeader } from '@/lib/server/stores/store-view'

export const POST = endpoint({ body: ImageInput }, async ({ ctx, request, body }) => {
  const image = await services.images.create(ctx, body)
  const location = publicBase(request) + paths.image(image.id)
  return json(services.images.view(ctx, image), {
    status: 201,
    headers: { location, ...importMethodsHeader(services.imports.methods), ...storeIdsHeader(services.stores) },
  })
})

export const GET = endpoint({ query: ImageListParameters }, async ({ ctx, request, query }) => {
  const { images, more } = await services.images.list(ctx, query)
  const views = images.map((image) => services.images.view(ctx, image))
  return json(imageListView(views, new URL(request.url).searchParams, more))
})
