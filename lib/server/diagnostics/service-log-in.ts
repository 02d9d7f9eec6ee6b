import type { Asking as Run } from './asking'
import type { ServiceAccountSettings } from './given'
import { authenticate, issuedToken, keystoneMessage, projectsOf, type TokenFacts, tokenFacts } from './keystone-questions'
import { ProbeError, type Reply } from './probe'

/** What became of the log-in with the service's own account. */
export type ServiceLogIn =
  | { outcome: 'loggedIn'; token: string; facts: TokenFacts; clockOffsetMs: number | null }
  /** Options that are not set. */
  | { outcome: 'incomplete'; missing: string[] }
  | { outcome: 'refused'; step: 'user' | 'project'; status: number; message: string; projects: string[] }
  | { outcome: 'unanswered'; reason: string }

type Asking = Pick<Run, 'keystone' | 'probe' | 'secrets'>

/** Shows the password once: first the account alone, then by that token its project. So each failure has a place. */
export async function logInService(asking: Asking, account: ServiceAccountSettings): Promise<ServiceLogIn> {
  const missing = (['username', 'password', 'projectName'] as const).filter((name) => account[name] === '')
  if (missing.length > 0) return { outcome: 'incomplete', missing: missing.map((name) => optionNames[name]) }
  try {
    return await logIn(asking, account)
  } catch (error) {
    if (error instanceof ProbeError) return { outcome: 'unanswered', reason: error.message }
    throw error
  }
}

const optionNames = { username: 'username', password: 'password', projectName: 'project_name' } as const

async function logIn(asking: Asking, account: ServiceAccountSettings): Promise<ServiceLogIn> {
  const { probe, keystone, secrets } = asking
  const { username: name, password, userDomain: domain } = account
  const identity = { methods: ['password'], password: { user: { name, domain, password } } }
  const unscoped = await authenticate(probe, keystone, { identity, scope: 'unscoped' })
  const first = issuedToken(unscoped)
  if (first === undefined) return refusal('user', unscoped, [])
  secrets.add(first)
  const scoped = await authenticate(probe, keystone, {
    identity: { methods: ['token'], token: { id: first } },
    scope: { project: { name: account.projectName, domain: account.projectDomain } },
  })
  const token = issuedToken(scoped)
  const facts = tokenFacts(scoped)
  if (token === undefined || !facts) return refusal('project', scoped, await projectNames(asking, first))
  secrets.add(token)
  return { outcome: 'loggedIn', token, facts, clockOffsetMs: unscoped.clockOffsetMs ?? issuedOffset(unscoped) }
}

function refusal(step: 'user' | 'project', reply: Reply, projects: string[]): ServiceLogIn {
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
