import { clearTarget } from '@/lib/contract/cache'
import { cacheView } from '@/lib/server/cache/cache-view'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, async ({ ctx }) => json(cacheView(await services.cache.list(ctx, 'cache_list'))))

export const DELETE = endpoint({}, async ({ ctx, request }) => {
  await services.cache.clear(ctx, 'cache_delete', clearTarget(request.headers))
  return noContent()
})
