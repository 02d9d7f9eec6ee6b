import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const POST = endpoint({}, async ({ ctx }) => {
  await services.cache.clean(ctx)
  return new Response(null, { status: 200 })
})
