import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { ownHealth } from '@/lib/server/http/health'
import { services } from '@/lib/server/services'

/** The parts that the service is made of or needs, and how each is. */
export const GET = endpoint({}, async ({ ctx }) => json(await services.overview.list(ctx, ownHealth())))
