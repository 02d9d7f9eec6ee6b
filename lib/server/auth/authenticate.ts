import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import { requestSignal } from '../http/body'
import { services } from '../services'
import { sessionToken } from './session'

/** The caller of a request, by `X-Auth-Token` or by the dashboard's session. Throws `unauthenticated`. */
export async function authenticate(request: Request, requestId: string): Promise<Context> {
  const given = request.headers.get('x-auth-token') ?? request.headers.get('x-storage-token')
  const token = given?.trim() || (await sessionToken(request))
  if (!token) throw new Problem('unauthenticated', 'This request needs a token: send one in X-Auth-Token.')
  const identity = await services.tokens.identify(token)
  if (!identity)
    throw new Problem('unauthenticated', 'Keystone does not accept this token: it has expired, was revoked, or is not its own.')
  return {
    ...identity,
    requestId,
    token,
    isAdmin: identity.roles.includes('admin'),
    get signal() {
      return requestSignal(request)
    },
  }
}
