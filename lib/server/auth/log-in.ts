import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Problem } from '@/lib/contract/problem'
import type { ProjectRef, SessionView, SignInWay } from '@/lib/contract/session'
import { services } from '../services'
import {
  changePassword,
  defaultProject,
  domainName,
  type IssuedToken,
  issueToken,
  projectsOf,
  projectToken,
  revoke,
  tokenFacts,
} from './keystone-log-in'
import { lastProjectOf } from './last-project'
import { LogInError } from './log-in-error'
import {
  type ApplicationCredentialLogIn,
  applicationCredentialProof,
  type PasswordLogIn,
  passcodeProof,
  passwordProof,
} from './proofs'
import { openChallenge } from './second-factor'

/** What the sealed cookie holds. The tokens in it never reach the browser's code. */
export interface SignedIn extends Omit<SessionView, 'secondsLeft'> {
  /** Scoped to the project: what the API is called with. */
  token: string
  /** What other projects' tokens are made from; null where there can be no other. */
  unscoped: string | null
}

const secondMs = 1100

interface Choosing {
  /** What this browser remembers of people and their projects; see `lastProjectOf`. */
  lastProjects?: string | undefined
}

interface ByPassword extends PasswordLogIn, Choosing {
  /** In place of one that has expired. */
  newPassword?: string | undefined
}

/** Throws LogInError: `passcodeNeeded` with the challenge where the password is only the first factor. */
export async function logIn({ newPassword, lastProjects, ...given }: ByPassword): Promise<SignedIn> {
  const take = (password: string) => issueToken({ identity: passwordProof({ ...given, password }), scope: 'unscoped' })
  const unscoped = await take(given.password).catch(async (error: unknown) => {
    const expired = error instanceof LogInError && error.reason === 'passwordExpired'
    if (!expired || !newPassword || !error.userId) throw error
    await changePassword(error.userId, { original: given.password, password: newPassword })
    // Keystone takes back every token of the second in which the password changed, those of the new one too.
    await delay(secondMs)
    return take(newPassword)
  })
  return enterProject(unscoped, { kind: 'password' }, lastProjects)
}

interface ByPasscode extends Choosing {
  challenge: string
  passcode: string
}

/** The second step of a sign-in by password. Throws LogInError. */
export async function logInWithPasscode({ challenge, passcode, lastProjects }: ByPasscode): Promise<SignedIn> {
  const { receipt, userId } = await openChallenge(challenge)
  const unscoped = await issueToken({ identity: passcodeProof(userId, passcode), scope: 'unscoped', receipt })
  return enterProject(unscoped, { kind: 'password' }, lastProjects)
}

/** Its project is its own: there is nothing to choose. Throws LogInError. */
export async function logInWithApplicationCredential(given: ApplicationCredentialLogIn): Promise<SignedIn> {
  const issued = await issueToken({ identity: applicationCredentialProof(given) })
  const { application_credential: known } = issued.facts
  const way = { kind: 'applicationCredential', id: known?.id ?? given.id ?? '', name: known?.name ?? given.name ?? '' } as const
  return signedIn(issued, { unscoped: null, way })
}

/** Goes on with the unscoped token that Keystone has given to the browser. Throws LogInError. */
export async function logInWithToken(token: string, { lastProjects }: Choosing): Promise<SignedIn> {
  return enterProject({ id: token, facts: await tokenFacts(token) }, { kind: 'webSso' }, lastProjects)
}

/** The project used last, else the user's default, else the first. */
async function enterProject(unscoped: IssuedToken, way: SignInWay, lastProjects: string | undefined): Promise<SignedIn> {
  const projects = await projectsOf(unscoped.id)
  if (projects.length === 0) throw new LogInError('noProject')
  const preferred = [lastProjectOf(unscoped.facts.user.id, lastProjects), await defaultProject(unscoped), projects[0]?.id]
  const chosen = preferred.find((id) => projects.some((known) => known.id === id)) as string
  return signedIn(await projectToken(unscoped.id, chosen), { unscoped: unscoped.id, way })
}

/** The same sign-in, in another project. Throws LogInError. */
export async function switchProject({ unscoped, way }: SignedIn, projectId: string): Promise<SignedIn> {
  if (unscoped === null) throw new LogInError('wrongSecret')
  return signedIn(await projectToken(unscoped, projectId), { unscoped, way })
}

/** The projects that a token's user may switch to. Throws `identityUnavailable`. */
export async function selectableProjects(token: string): Promise<ProjectRef[]> {
  try {
    const projects = await projectsOf(token)
    const ids = [...new Set(projects.map(({ domain }) => domain))]
    const names = new Map(await Promise.all(ids.map(async (id) => [id, await domainName(token, id)] as const)))
    return projects.map((project) => ({ ...project, domain: names.get(project.domain) ?? project.domain }))
  } catch (cause) {
    throw new Problem('identityUnavailable', 'The identity service did not answer which projects you may use.', { cause })
  }
}

/** Revokes both tokens. What Keystone cannot do now, the tokens' expiry does. */
export async function logOut({ token, unscoped }: SignedIn): Promise<void> {
  const tokens = unscoped === null ? [token] : [token, unscoped]
  const outcomes = await Promise.allSettled(tokens.map((each) => revoke(each)))
  // Afterwards, so that nobody learns in between that they are good, and remembers it.
  await Promise.all(tokens.map((each) => services.tokens.forget(each)))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') services.log.warn({ err: outcome.reason }, 'a token could not be revoked at sign-out')
  }
}

function signedIn({ id, facts }: IssuedToken, { unscoped, way }: Pick<SignedIn, 'unscoped' | 'way'>): SignedIn {
  const { user, project } = facts
  if (!project) throw new LogInError('badAnswer')
  return {
    id: randomUUID(),
    token: id,
    unscoped,
    way,
    user: { id: user.id, name: user.name, domain: user.domain.name },
    project: { id: project.id, name: project.name, domain: project.domain.name },
    roles: facts.roles.map(({ name }) => name.toLowerCase()),
    endsAt: endOfSession(facts),
  }
}

const marginMs = 60_000

/** While the last requests are under way the token must still be good; a short-lived one gives up a tenth of its life. */
function endOfSession({ issued_at: issued, expires_at: expires }: IssuedToken['facts']): string {
  const life = Date.parse(expires) - Date.parse(issued)
  return new Date(Date.parse(expires) - Math.min(marginMs, life / 10)).toISOString()
}
