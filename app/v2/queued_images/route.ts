import { queuedView } from '@/lib/server/cache/cache-view'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, async ({ ctx }) => {
  return json(queuedView((await services.cache.list(ctx, 'manage_image_cache')).queued))
})

export const DELETE = endpoint({}, async ({ ctx }) => {
  return json({ num_deleted: await services.cache.clear(ctx, 'manage_image_cache', 'queue') })
})
