import { NamespaceListParameters } from '@/lib/contract/metadef-requests'
import { NamespaceInput } from '@/lib/contract/metadefs'
import { paths } from '@/lib/contract/paths'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { publicBase } from '@/lib/server/http/public-url'
import { namespaceListView, wholeNamespaceView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ query: NamespaceListParameters }, async ({ ctx, request, query }) => {
  const { namespaces, more } = await services.metadefs.namespaces.list(ctx, query)
  return json(namespaceListView(namespaces, new URL(request.url).searchParams, more))
})

export const POST = endpoint({ body: NamespaceInput }, async ({ ctx, request, body }) => {
  const namespace = await services.metadefs.namespaces.create(ctx, body)
  const location = publicBase(request) + paths.metadefNamespace(namespace.name)
  return json(wholeNamespaceView(namespace, { created: true }), { status: 201, headers: { location } })
})
