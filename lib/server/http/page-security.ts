import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

interface PageSettings {
  /** Whether the client came by https, perhaps through a proxy. */
  secure: boolean
  /** Pages that compile on demand evaluate code and reload by a socket. */
  development: boolean
}

const yearSeconds = 365 * 24 * 3600

/**
 * Tells the browser what a page of the dashboard may do: run only the scripts that this answer brought, be framed by
 * nobody, talk to this server alone. Next reads the nonce from the request and puts it on its own scripts.
 */
export function securePage(message: IncomingMessage, answer: ServerResponse, { secure, development }: PageSettings) {
  const policy = contentPolicy(randomBytes(16).toString('base64'), development)
  message.headers['content-security-policy'] = policy
  answer.setHeader('content-security-policy', policy)
  answer.setHeader('x-frame-options', 'DENY')
  answer.setHeader('referrer-policy', 'same-origin')
  secureAnswer(answer, secure)
}

/** Tells the browser to take any answer for what it says it is, and to come by TLS where it has done so. */
function secureAnswer(answer: ServerResponse, secure: boolean) {
  answer.setHeader('x-content-type-options', 'nosniff')
  if (secure) answer.setHeader('strict-transport-security', `max-age=${yearSeconds}`)
}

interface ApiSettings {
  secure: boolean
  /** Whether nobody but who asked may keep the answer: it is of the dashboard's own routes. */
  own: boolean
}

/** The same for an answer of the APIs: HTML of theirs explains a failure and loads nothing. */
export function secureApiAnswer(response: Response, answer: ServerResponse, { secure, own }: ApiSettings) {
  secureAnswer(answer, secure)
  if (own && !response.headers.has('cache-control')) answer.setHeader('cache-control', 'no-store')
  if (response.headers.get('content-type')?.startsWith('text/html'))
    answer.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}

/** Styles may stand in the page, because components place what floats by them; scripts never. */
function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The nonce of the page that is being rendered, as `securePage` chose it. */
export function pageNonce(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? '')?.[1]
}
