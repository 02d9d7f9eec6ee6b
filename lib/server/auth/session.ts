import { decode } from 'next-auth/jwt'
import { Problem } from '@/lib/contract/problem'
import { services } from '../services'

/** What the sealed session cookie holds. */
export interface Session {
  /** The project-scoped token that the dashboard works with. */
  token: string
}

/** next-auth splits a long cookie into `name.0`, `name.1` and so on; behind TLS the name has a prefix. */
const cookieName = /^(?:__Secure-)?next-auth\.session-token(?:\.(\d+))?$/

/**
 * The Keystone token of the dashboard's session, or null. A request by cookie that changes something must come from the
 * dashboard's own pages: `forbidden` otherwise.
 */
export async function sessionToken(request: Request): Promise<string | null> {
  const sealed = sessionCookie(request.headers.get('cookie'))
  if (!sealed) return null
  assertSameOrigin(request)
  const session = await decode({ token: sealed, secret: services.config.sessionSecret }).catch(() => null)
  return (session as Session | null)?.token ?? null
}

function sessionCookie(header: string | null): string {
  const parts = (header ?? '').split(/;\s*/).flatMap((pair) => {
    const [name = '', ...value] = pair.split('=')
    const found = cookieName.exec(name)
    return found ? [{ order: Number(found[1] ?? 0), value: decodeURIComponent(value.join('=')) }] : []
  })
  return parts
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)
    .join('')
}

function assertSameOrigin(request: Request) {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const same = site ? site === 'same-origin' : origin !== null && sameHost(origin, request.headers.get('host'))
  if (!same) throw new Problem('forbidden', 'A request with the dashboard’s session must come from the dashboard itself.')
}

function sameHost(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
