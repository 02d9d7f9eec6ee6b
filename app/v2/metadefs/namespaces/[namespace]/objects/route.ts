import { NamespacePath, ObjectListParameters } from '@/lib/contract/metadef-requests'
import { ObjectInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readObject } from '@/lib/server/metadefs/metadef-input'
import { objectListView, writtenObjectView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: NamespacePath, query: ObjectListParameters }, async ({ ctx, params }) => {
  return json(objectListView(params.namespace, await services.metadefs.objects.list(ctx, params.namespace)))
})

export const POST = endpoint({ params: NamespacePath, body: ObjectInput }, async ({ ctx, params, body }) => {
  const object = await services.metadefs.objects.add(ctx, params.namespace, readObject(body))
  return json(writtenObjectView(params.namespace, object, body), { status: 201 })
})

export const DELETE = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  await services.metadefs.objects.removeAll(ctx, params.namespace)
  return noContent()
})
