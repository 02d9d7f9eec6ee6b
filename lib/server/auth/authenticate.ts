import { isProblem, Problem } from '@/lib/contract/problem'
import type { Context, Identity } from '../context'
import { requestSignal } from '../http/body'
import { forwardedBy } from '../peer-nodes'
import { services } from '../services'
import { assertAccessRules } from './access-rules'
import { vouchingService } from './service-token'
import { sessionToken } from './session'

/** The caller of a request, by `X-Auth-Token` or by the dashboard's session. Throws `unauthenticated`, `identityUnavailable`. */
export async function authenticate(request: Request, requestId: string): Promise<Context> {
  noteForeignRequestId(request, requestId)
  const given = request.headers.get('x-auth-token') ?? request.headers.get('x-storage-token')
  const token = given?.trim() || (await sessionToken(request))
  if (!token && services.config.DEFAULT.allow_anonymous_access) return anonymous(request, requestId)
  if (!token) throw new Problem('unauthenticated', 'This request needs a token: send one in X-Auth-Token.', { reason: 'noToken' })
  const caller = await recognise(request, token).catch(asGlanceAnswers)
  return {
    ...caller,
    requestId,
    token,
    isAdmin: services.policy.isAdmin(caller),
    ...(request.headers.get('via')?.includes(forwardedBy) && { forwarded: true }),
    get signal() {
      return requestSignal(request)
    },
  }
}

/** A service that vouches for the request makes an expired token good, and speaks for what it does. */
async function recognise(request: Request, token: string): Promise<Identity & Pick<Context, 'serviceRoles'>> {
  const service = await vouchingService(request)
  const identity = await services.tokens.identify(token, { allowExpired: service.accepted }).catch((error: unknown) => {
    throw service.refusal && isProblem(error) && error.kind === 'unauthenticated' ? service.refusal : error
  })
  if (service.accepted) return { ...identity, serviceRoles: service.roles }
  const { service_type: serviceType } = services.config.keystone_authtoken
  assertAccessRules(identity.accessRules, { serviceType, method: request.method, path: new URL(request.url).pathname })
  return identity
}

/** `[vitrine] strict_glance_401`: upstream cannot tell a Keystone that is away from a token that is not good. */
function asGlanceAnswers(error: unknown): never {
  const strict = isProblem(error) && error.kind === 'identityUnavailable' && services.config.vitrine.strict_glance_401
  if (!strict) throw error
  throw new Problem('unauthenticated', error.message, { cause: error.cause, reason: error.reason })
}

/** Lets the operator follow one request through several services. */
function noteForeignRequestId(request: Request, requestId: string) {
  const globalRequestId = request.headers.get('x-openstack-request-id')
  if (globalRequestId === null) return
  const longest = services.config.DEFAULT.max_request_id_length
  if (globalRequestId.length > longest)
    throw new Problem('headersTooLarge', `X-OpenStack-Request-ID must not be longer than ${longest} characters.`)
  services.log.info({ requestId, globalRequestId, method: request.method }, 'a request that another service began')
}

const nobody: Identity = {
  userId: '',
  userName: '',
  userDomainId: '',
  scope: 'none',
  projectId: null,
  projectName: null,
  projectDomainId: null,
  roles: [],
  expiresAt: new Date(8.64e15),
}

function anonymous(request: Request, requestId: string): Context {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new Problem('forbidden', 'Without a token images can only be looked at.')
  return {
    ...nobody,
    requestId,
    token: '',
    isAdmin: false,
    readOnly: true,
    get signal() {
      return requestSignal(request)
    },
  }
}
