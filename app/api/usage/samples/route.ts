import { UsageSampleQuery } from '@/lib/contract/usage-overview'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** What a project, or all of them, used lately. */
export const GET = endpoint({ query: UsageSampleQuery }, async ({ ctx, query }) => json(await services.usage.samples(ctx, query)))
