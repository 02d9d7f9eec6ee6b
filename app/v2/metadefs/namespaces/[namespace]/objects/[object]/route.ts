import { ObjectPath } from '@/lib/contract/metadef-requests'
import { ObjectInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readObject } from '@/lib/server/metadefs/metadef-input'
import { objectView, writtenObjectView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: ObjectPath }, async ({ ctx, params: { namespace, object } }) => {
  return json(objectView(namespace, await services.metadefs.objects.get(ctx, namespace, object)))
})

export const PUT = endpoint({ params: ObjectPath, body: ObjectInput }, async ({ ctx, params: { namespace, object }, body }) => {
  const changed = await services.metadefs.objects.change(ctx, namespace, object, readObject(body))
  return json(writtenObjectView(namespace, changed, body))
})

export const DELETE = endpoint({ params: ObjectPath }, async ({ ctx, params: { namespace, object } }) => {
  await services.metadefs.objects.remove(ctx, namespace, object)
  return noContent()
})
