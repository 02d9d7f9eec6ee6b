import { Problem } from '@/lib/contract/problem'
import type { ProjectRef, SessionView } from '@/lib/contract/session'
import { services } from '../services'
import {
  defaultProject,
  type IssuedToken,
  LogInError,
  type PasswordLogIn,
  projectsOf,
  projectToken,
  revoke,
  unscopedToken,
} from './keystone-log-in'

/** What the sealed cookie holds. The tokens in it never reach the browser's code. */
export interface SignedIn extends SessionView {
  /** Scoped to the project: what the API is called with. */
  token: string
  /** What other projects' tokens are made from. */
  unscoped: string
}

export interface LogIn extends PasswordLogIn {
  /** The project that this browser used last. */
  lastProject?: string | undefined
}

/** Signs in and chooses a project: the last used, else the user's default, else the first. Throws LogInError. */
export async function logIn({ lastProject, ...credentials }: LogIn): Promise<SignedIn> {
  const keystone = services.keystoneUrl
  const unscoped = await unscopedToken(keystone, credentials)
  const projects = await projectsOf(keystone, unscoped.id)
  if (projects.length === 0) throw new LogInError('noProject')
  const preferred = [lastProject, await defaultProject(keystone, unscoped), projects[0]?.id]
  const chosen = preferred.find((id) => projects.some((project) => project.id === id)) as string
  return signedIn(unscoped.id, await projectToken(keystone, unscoped.id, chosen))
}

/** The same sign-in, in another project. Throws LogInError. */
export async function switchProject(current: SignedIn, projectId: string): Promise<SignedIn> {
  return signedIn(current.unscoped, await projectToken(services.keystoneUrl, current.unscoped, projectId))
}

/** The projects that a token's user may switch to. Throws `identityUnavailable`. */
export async function selectableProjects(token: string): Promise<ProjectRef[]> {
  try {
    return await projectsOf(services.keystoneUrl, token)
  } catch (cause) {
    throw new Problem('identityUnavailable', 'The identity service did not answer which projects you may use.', { cause })
  }
}

/** Revokes both tokens. What Keystone cannot do now, the tokens' expiry does. */
export async function logOut({ token, unscoped }: SignedIn): Promise<void> {
  const tokens = [token, unscoped]
  const outcomes = await Promise.allSettled(tokens.map((each) => revoke(services.keystoneUrl, each)))
  // Afterwards, so that nobody learns in between that they are good, and remembers it.
  await Promise.all(tokens.map((each) => services.tokens.forget(each)))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') services.log.warn({ err: outcome.reason }, 'a token could not be revoked at sign-out')
  }
}

function signedIn(unscoped: string, { id, facts }: IssuedToken): SignedIn {
  const { user, project } = facts
  if (!project) throw new LogInError('badAnswer')
  return {
    token: id,
    unscoped,
    user: { id: user.id, name: user.name, domain: user.domain.name },
    project: { id: project.id, name: project.name, domain: project.domain.name },
    roles: facts.roles.map(({ name }) => name.toLowerCase()),
    expires: facts.expires_at,
  }
}
