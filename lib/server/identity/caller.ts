import { Problem } from '@/lib/contract/problem'
import type { TokenFacts } from './token-service'

/** Who calls the identity API, as the token says. */
export interface Caller extends TokenFacts {
  token: string
  isAdmin: boolean
}

export function createCaller(token: string, facts: TokenFacts): Caller {
  return { ...facts, token, isAdmin: facts.roles.some(({ name }) => name.toLowerCase() === 'admin') }
}

/** Throws `forbidden` for everybody without the role admin. */
export function assertAdmin({ isAdmin }: Caller): void {
  if (!isAdmin) throw new Problem('forbidden', 'You are not allowed to do this: it needs the role admin.')
}

/** Throws `forbidden` for everybody but the user and those with the role admin. */
export function assertSelfOrAdmin(caller: Caller, userId: string): void {
  if (caller.user.id !== userId) assertAdmin(caller)
}

/** The domain of what is made without naming one. */
export function ownDomain({ scope, user }: Caller): string {
  return scope.kind === 'none' ? user.domainId : scope.domain.id
}

/** What was found; `notFound` names what was not. */
export function found<T>(value: T | undefined, kind: string, id: string): T {
  if (value === undefined) throw new Problem('notFound', `Could not find ${kind}: ${id}.`)
  return value
}
