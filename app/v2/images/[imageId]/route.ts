import { ImagePath } from '@/lib/contract/image'
import { imageChanges, noteDetails } from '@/lib/server/audit/audit-details'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readPatch, unmodifiedSince } from '@/lib/server/http/patch-body'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  return json(services.images.view(ctx, await services.images.get(ctx, params.imageId)))
})

export const PATCH = endpoint({ params: ImagePath, bytes: true }, async ({ ctx, request, params }) => {
  const operations = await readPatch(request)
  noteDetails(ctx, imageChanges(operations))
  const image = await services.images.patch(ctx, params.imageId, { operations, unmodifiedSince: unmodifiedSince(request) })
  return json(services.images.view(ctx, image))
})

export const DELETE = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  await services.images.remove(ctx, params.imageId)
  return noContent()
})
