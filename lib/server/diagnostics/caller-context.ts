import { identityOf } from '../auth/token-identity'
import type { Context } from '../context'
import type { Caller } from './facts'
import type { Subject } from './subject'

/** The caller as the policy takes a request's, from what Keystone says of the token. */
export function callerContext({ token, facts }: Caller, { policy, signal }: Pick<Subject, 'policy' | 'signal'>): Context {
  const identity = identityOf(facts)
  return { ...identity, requestId: '', token, isAdmin: policy.isAdmin(identity), signal }
}
