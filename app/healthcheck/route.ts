import { openEndpoint } from '@/lib/server/http/endpoint'
import { health, healthResponse } from '@/lib/server/http/health'

export const GET = openEndpoint({}, ({ request }) => healthResponse(request))

export const HEAD = openEndpoint({}, ({ request }) => {
  const { status } = health(request)
  return new Response(null, { status: status === 200 ? 204 : status })
})
