import { isProblem, Problem } from '@/lib/contract/problem'
import { services } from '../services'

/** The service that passes a request on for somebody, by `X-Service-Token`. */
export interface VouchingService {
  /** It may vouch for its caller's token. */
  accepted: boolean
  roles: readonly string[]
  /** Why its token does not count, where it sent one. */
  refusal: Problem | null
}

const nobody: VouchingService = { accepted: false, roles: [], refusal: null }

/** A service token that is not good leaves the request its user's, unless `delay_auth_decision` is off. Throws `identityUnavailable`. */
export async function vouchingService(request: Request): Promise<VouchingService> {
  const token = request.headers.get('x-service-token')?.trim()
  if (!token) return nobody
  const { service_token_roles: trusted, service_token_roles_required: required, ...settings } = services.config.keystone_authtoken
  const roles = await rolesBehind(token)
  const trustworthy = roles && (!required || trusted.some((role) => roles.includes(role.toLowerCase())))
  if (trustworthy) return { accepted: true, roles, refusal: null }
  const why = roles ? `has none of the roles ${trusted.join(', ')} ([keystone_authtoken] service_token_roles)` : 'is not valid'
  const refusal = new Problem('unauthenticated', `The service token in X-Service-Token ${why}.`, {
    reason: 'serviceTokenRefused',
  })
  services.log.info(refusal.message)
  if (!settings.delay_auth_decision) throw refusal
  return { ...nobody, refusal }
}

async function rolesBehind(token: string): Promise<readonly string[] | null> {
  try {
    return (await services.tokens.identify(token)).roles
  } catch (error) {
    if (isProblem(error) && error.kind === 'unauthenticated') return null
    throw error
  }
}
