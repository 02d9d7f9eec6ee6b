import type { Asking as Run } from './asking'
import type { ServiceAccountSettings } from './given'
import {
  authenticate,
  issuedToken,
  keystoneMessage,
  projectsOf,
  rescope,
  type TokenFacts,
  tokenFacts,
} from './keystone-questions'
import { ProbeError, type Reply } from './probe'

/** What became of the log-in with the service's own account. */
export type AccountLogIn =
  | { outcome: 'loggedIn'; token: string; facts: TokenFacts; clockOffsetMs: number | null }
  /** Options that are not set. */
  | { outcome: 'incomplete'; missing: readonly string[] }
  | { outcome: 'refused'; step: 'user' | 'project'; status: number; message: string; projects: string[] }
  | { outcome: 'unanswered'; reason: string }

type Asking = Pick<Run, 'keystone' | 'probe' | 'secrets'>

/** Shows the password once: first the account alone, then by that token its project. So each failure has a place. */
export async function logInAccount(asking: Asking, account: ServiceAccountSettings): Promise<AccountLogIn> {
  if (account.missing.length > 0) return { outcome: 'incomplete', missing: account.missing }
  try {
    return await logIn(asking, account)
  } catch (error) {
    if (error instanceof ProbeError) return { outcome: 'unanswered', reason: error.message }
    throw error
  }
}

async function logIn(asking: Asking, { auth }: ServiceAccountSettings): Promise<AccountLogIn> {
  const { probe, keystone, secrets } = asking
  const { identity, scope } = auth
  const first = await authenticate(probe, keystone, { identity, ...(scope !== undefined && { scope: 'unscoped' }) })
  const token = issuedToken(first)
  if (token === undefined) return refusal('user', first, [])
  secrets.add(token)
  if (scope === undefined) return loggedIn(first, first) ?? refusal('user', first, [])
  const scoped = await rescope(probe, keystone, { token, scope })
  secrets.add(issuedToken(scoped))
  return loggedIn(scoped, first) ?? refusal('project', scoped, await projectNames(asking, token))
}

function loggedIn(reply: Reply, first: Reply): AccountLogIn | null {
  const token = issuedToken(reply)
  const facts = tokenFacts(reply)
  if (token === undefined || !facts) return null
  return { outcome: 'loggedIn', token, facts, clockOffsetMs: first.clockOffsetMs ?? issuedOffset(first) }
}

function refusal(step: 'user' | 'project', reply: Reply, projects: string[]): AccountLogIn {
  if (reply.status >= 500) return { outcome: 'unanswered', reason: `Keystone answers ${reply.status}` }
  return { outcome: 'refused', step, status: reply.status, message: keystoneMessage(reply), projects }
}

async function projectNames({ probe, keystone }: Asking, token: string): Promise<string[]> {
  const projects = (await projectsOf(probe, keystone, token)) ?? []
  return projects.map(({ name, enabled }) => (enabled ? name : `${name} (disabled)`))
}

/** How far Keystone's clock is ahead, by the token that it made just now. */
export function issuedOffset(reply: Reply): number | null {
  const facts = tokenFacts(reply)
  return facts ? Date.parse(facts.issued_at) + 500 - (Date.now() - reply.milliseconds / 2) : null
}
