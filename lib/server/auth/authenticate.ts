import { Problem } from '@/lib/contract/problem'
import type { Context, Identity } from '../context'
import { requestSignal } from '../http/body'
import { forwardedBy } from '../peer-nodes'
import { services } from '../services'
import { sessionToken } from './session'

/** The caller of a request, by `X-Auth-Token` or by the dashboard's session. Throws `unauthenticated`. */
export async function authenticate(request: Request, requestId: string): Promise<Context> {
  noteForeignRequestId(request, requestId)
  const given = request.headers.get('x-auth-token') ?? request.headers.get('x-storage-token')
  const token = given?.trim() || (await sessionToken(request))
  if (!token && services.config.DEFAULT.allow_anonymous_access) return anonymous(request, requestId)
  if (!token) throw new Problem('unauthenticated', 'This request needs a token: send one in X-Auth-Token.')
  const identity = await services.tokens.identify(token)
  if (!identity)
    throw new Problem('unauthenticated', 'Keystone does not accept this token: it has expired, was revoked, or is not its own.')
  return {
    ...identity,
    requestId,
    token,
    isAdmin: services.policy.isAdmin(identity),
    ...(request.headers.get('via')?.includes(forwardedBy) && { forwarded: true }),
    get signal() {
      return requestSignal(request)
    },
  }
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
