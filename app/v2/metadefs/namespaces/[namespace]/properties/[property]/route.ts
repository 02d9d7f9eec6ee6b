import { PropertyPath, ResourceTypeParameter } from '@/lib/contract/metadef-requests'
import { PropertyInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readProperty } from '@/lib/server/metadefs/metadef-input'
import { propertyView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: PropertyPath, query: ResourceTypeParameter }, async ({ ctx, params, query }) => {
  const { properties } = services.metadefs
  const { namespace, property } = params
  const { resource_type } = query
  const found =
    resource_type === undefined
      ? properties.get(ctx, namespace, property)
      : properties.getOn(ctx, namespace, property, resource_type)
  return json(propertyView(await found))
})

export const PUT = endpoint({ params: PropertyPath, body: PropertyInput }, async ({ ctx, params, body }) => {
  return json(propertyView(await services.metadefs.properties.change(ctx, params.namespace, params.property, readProperty(body))))
})

export const DELETE = endpoint({ params: PropertyPath }, async ({ ctx, params }) => {
  await services.metadefs.properties.remove(ctx, params.namespace, params.property)
  return noContent()
})
