import { STATUS_CODES } from 'node:http'
import { Problem } from '@/lib/contract/problem'
import { sessionToken } from '../auth/session'
import type { Caller, Catalog, EmbeddedIdentity } from '../identity/identity'
import { services } from '../services'
import { json } from './answers'
import { auditIdentity } from './audit-entry'
import { hasBody } from './body'
import { clientAddress } from './client-address'
import { createGate } from './endpoint'
import { publicBase, publicIdentity } from './public-url'

/** What a route of the identity works with. */
export interface IdentityContext {
  identity: EmbeddedIdentity
  /** The identity API's address as the client reached it. */
  base: string
  /** What is offered there. */
  catalog: Catalog
  /** Where the client is. */
  address: string
}

export interface CallerContext extends IdentityContext {
  caller: Caller
}

/** The gate of the embedded identity for whoever has a token. */
export const identityEndpoint = createGate<CallerContext>({
  async authenticate(request) {
    const ctx = identityContext(request)
    const token = request.headers.get('x-auth-token')?.trim() || (await sessionToken(request))
    if (!token) throw new Problem('unauthenticated', 'This request needs a token: send one in X-Auth-Token.')
    const caller = await ctx.identity.subjects.callerOf(token)
    if (!caller)
      throw new Problem('unauthenticated', 'This token is not in force: it has expired, was revoked, or is not from here.')
    return { ...ctx, caller }
  },
  failure,
  finish,
  settled: auditIdentity,
})

/** The gate of what needs no token: version discovery, logging in. */
export const openIdentityEndpoint = createGate<IdentityContext>({
  authenticate: async (request) => identityContext(request),
  failure,
  finish,
})

function identityContext(request: Request): IdentityContext {
  const { identity } = services
  if (!identity) throw new Problem('notFound', 'There is no identity service here: this cloud has a Keystone of its own.')
  const type = request.headers.get('content-type')
  if (type && hasBody(request) && !/^application\/json\b/i.test(type))
    throw new Problem('badRequest', `The request body must be application/json, not ${type}.`)
  const address = publicBase(request)
  return {
    identity,
    base: `${address}/identity/v3`,
    catalog: identity.catalog(address),
    address: clientAddress(request),
  }
}

/** Keystone's error body; every 401 says where to log in. */
function failure({ status, message, headers }: Problem, request: Request): Response {
  const response = json({ error: { code: status, message, title: STATUS_CODES[status] } }, { status, headers })
  if (status === 401) response.headers.set('www-authenticate', `Keystone uri="${publicIdentity(request)}"`)
  return response
}

function finish(response: Response, requestId: string) {
  response.headers.set('vary', 'X-Auth-Token')
  response.headers.set('x-openstack-request-id', requestId)
}
