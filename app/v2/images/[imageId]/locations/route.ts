import { ImagePath } from '@/lib/contract/image'
import { LocationInput } from '@/lib/contract/image-location'
import { accepted, json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { locationView } from '@/lib/server/images/image-view'
import { services } from '@/lib/server/services'

export const POST = endpoint({ params: ImagePath, body: LocationInput }, async ({ ctx, params, body }) => {
  await services.locations.add(ctx, params.imageId, body)
  return accepted()
})

export const GET = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  const locations = await services.locations.list(ctx, params.imageId)
  return json(locations.map((location) => locationView(location, services.stores)))
})
