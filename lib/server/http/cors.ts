import type { Settings } from '../config-options'

/** Headers that a browser may always send: oslo.middleware allows them whatever `allow_headers` says. */
const simpleHeaders = [
  'accept',
  'accept-language',
  'content-type',
  'cache-control',
  'content-language',
  'expires',
  'last-modified',
  'pragma',
]

/** What browsers on other origins may do with the Image API, as `[cors]` says. */
export interface Cors {
  /** The answer to a preflight, which needs no token; null for any other request. */
  preflight(request: Request): Response | null
  /** Adds what lets a browser of an allowed origin read the answer. */
  expose(request: Request, response: Response): void
}

export function createCors(settings: Settings['cors']): Cors {
  const { allowed_origin, allow_credentials, expose_headers, max_age, allow_methods, allow_headers } = settings
  const allowedHeaders = new Set([...simpleHeaders, ...allow_headers.map((name) => name.toLowerCase())])

  /** The origin as the answer names it; null for one that is not allowed. Anybody's browser never sends credentials along. */
  function allowedOrigin(request: Request): string | null {
    const origin = request.headers.get('origin')
    if (origin === null) return null
    if (allowed_origin.includes(origin)) return origin
    return allowed_origin.includes('*') ? '*' : null
  }

  function admit(headers: Headers, origin: string) {
    headers.set('access-control-allow-origin', origin)
    headers.append('vary', 'Origin')
    if (allow_credentials && origin !== '*') headers.set('access-control-allow-credentials', 'true')
  }

  return {
    preflight(request) {
      const method = request.headers.get('access-control-request-method')
      if (request.method !== 'OPTIONS' || method === null || allowed_origin.length === 0) return null
      const response = new Response(null, { status: 200 })
      const origin = allowedOrigin(request)
      const asked = listOf(request.headers.get('access-control-request-headers'))
      // A refusal has no headers: the browser then does not send the request.
      if (origin === null || !allow_methods.includes(method) || !asked.every((name) => allowedHeaders.has(name))) return response
      admit(response.headers, origin)
      response.headers.set('access-control-max-age', `${max_age}`)
      response.headers.set('access-control-allow-methods', method)
      if (asked.length > 0) response.headers.set('access-control-allow-headers', asked.join(','))
      return response
    },

    expose(request, response) {
      const origin = allowedOrigin(request)
      if (origin === null) return
      admit(response.headers, origin)
      if (expose_headers.length > 0) response.headers.set('access-control-expose-headers', expose_headers.join(','))
    },
  }
}

function listOf(text: string | null): string[] {
  const names = (text ?? '').split(',').map((name) => name.trim().toLowerCase())
  return names.filter((name) => name !== '')
}
