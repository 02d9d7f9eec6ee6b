import { NamespacePath, TagListParameters } from '@/lib/contract/metadef-requests'
import { TagListInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { tagListView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: NamespacePath, query: TagListParameters }, async ({ ctx, params, query }) => {
  return json(tagListView(await services.metadefs.tags.list(ctx, params.namespace, query)))
})

export const POST = endpoint({ params: NamespacePath, body: TagListInput }, async ({ ctx, request, params, body }) => {
  const append = request.headers.get('x-openstack-append')?.toLowerCase() === 'true'
  await services.metadefs.tags.addAll(ctx, params.namespace, body.tags, append)
  return json(tagListView(body.tags), { status: 201 })
})

export const DELETE = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  await services.metadefs.tags.removeAll(ctx, params.namespace)
  return noContent()
})
