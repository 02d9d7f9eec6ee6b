import { RefusalQuery } from '@/lib/contract/refused-request'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** The last refusals that the caller may know of, and what happened to each. */
export const GET = endpoint({ query: RefusalQuery }, ({ ctx, query }) =>
  json({ refusals: services.refusals.list(ctx, query.request) }),
)
