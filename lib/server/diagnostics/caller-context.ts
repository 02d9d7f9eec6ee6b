import type { Context, Identity } from '../context'
import type { Caller } from './facts'
import type { Subject } from './subject'

/** The caller as the policy takes a request's, from what Keystone says of the token. */
export function callerContext({ token, facts }: Caller, { policy, signal }: Pick<Subject, 'policy' | 'signal'>): Context {
  const identity: Identity = {
    userId: facts.user.id,
    userName: facts.user.name,
    userDomainId: facts.user.domain.id,
    scope: facts.project ? 'project' : facts.domain ? 'domain' : facts.system ? 'system' : 'none',
    projectId: facts.project?.id ?? null,
    projectName: facts.project?.name ?? null,
    projectDomainId: facts.project?.domain.id ?? null,
    ...(facts.domain && { domainId: facts.domain.id }),
    roles: facts.roles.map(({ name }) => name.toLowerCase()),
    expiresAt: new Date(facts.expires_at),
  }
  return { ...identity, requestId: '', token, isAdmin: policy.isAdmin(identity), signal }
}
