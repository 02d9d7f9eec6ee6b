import { NamespacePath, ResourceTypeParameter } from '@/lib/contract/metadef-requests'
import { NamespaceChange } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { namespaceView, prefixed, wholeNamespaceView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: NamespacePath, query: ResourceTypeParameter }, async ({ ctx, params, query }) => {
  const namespace = await services.metadefs.namespaces.get(ctx, params.namespace)
  return json(wholeNamespaceView(query.resource_type === undefined ? namespace : prefixed(namespace, query.resource_type)))
})

export const PUT = endpoint({ params: NamespacePath, body: NamespaceChange }, async ({ ctx, params, body }) => {
  return json(namespaceView(await services.metadefs.namespaces.change(ctx, params.namespace, body)))
})

export const DELETE = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  await services.metadefs.namespaces.remove(ctx, params.namespace)
  return noContent()
})
