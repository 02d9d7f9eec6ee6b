import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** What every project uses, and may use. */
export const GET = endpoint({}, async ({ ctx }) => json(await services.usage.overview(ctx)))
