import { NamespacePath } from '@/lib/contract/metadef-requests'
import { PropertyInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readProperty } from '@/lib/server/metadefs/metadef-input'
import { propertyMapView, propertyView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  return json(propertyMapView(await services.metadefs.properties.list(ctx, params.namespace)))
})

export const POST = endpoint({ params: NamespacePath, body: PropertyInput }, async ({ ctx, params, body }) => {
  const property = await services.metadefs.properties.add(ctx, params.namespace, readProperty(body))
  return json(propertyView(property), { status: 201 })
})

export const DELETE = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  await services.metadefs.properties.removeAll(ctx, params.namespace)
  return noContent()
})
