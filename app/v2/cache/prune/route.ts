import { prunedView } from '@/lib/server/cache/cache-view'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const POST = endpoint({}, async ({ ctx }) => json(prunedView(await services.cache.prune(ctx))))
