import Negotiator from 'negotiator'
import type { RawParams } from '@/lib/server/http/endpoint'
import { versionList } from '@/lib/server/http/versions'

/** Clients get the version list; a browser, which asks for HTML first, goes to the dashboard. */
export async function GET(request: Request, params: RawParams): Promise<Response> {
  const accept = { headers: { accept: request.headers.get('accept') ?? undefined } }
  const wants = new Negotiator(accept).mediaType(['application/json', 'text/html'])
  if (wants === 'text/html') return new Response(null, { status: 302, headers: { location: '/images' } })
  return versionList(300)(request, params)
}
