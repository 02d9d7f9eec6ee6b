import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Every store with its state, its room and what it holds. */
export const GET = endpoint({}, async ({ ctx }) => json(await services.storeOverview.list(ctx)))
