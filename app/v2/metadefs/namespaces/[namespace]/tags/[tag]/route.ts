import { TagPath } from '@/lib/contract/metadef-requests'
import { TagInput } from '@/lib/contract/metadefs'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint, parse } from '@/lib/server/http/endpoint'
import { tagView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: TagPath }, async ({ ctx, params }) => {
  return json(tagView(await services.metadefs.tags.get(ctx, params.namespace, params.tag)))
})

export const POST = endpoint({ params: TagPath }, async ({ ctx, params }) => {
  const tag = await services.metadefs.tags.add(ctx, params.namespace, parse(TagInput, { name: params.tag }))
  return json(tagView(tag), { status: 201 })
})

export const PUT = endpoint({ params: TagPath, body: TagInput }, async ({ ctx, params, body }) => {
  return json(tagView(await services.metadefs.tags.change(ctx, params.namespace, params.tag, body)))
})

export const DELETE = endpoint({ params: TagPath }, async ({ ctx, params }) => {
  await services.metadefs.tags.remove(ctx, params.namespace, params.tag)
  return noContent()
})
