import { Problem } from '@/lib/contract/problem'
import type { Access, ActiveUser, Scope } from './access'
import type { ApplicationCredential, Target, User } from './directory'
import type { LogInGuard } from './log-in-guard'
import type { InDomain, LogIn, WantedScope } from './log-in-request'
import type { Names } from './names'
import { isPassword } from './password-hash'
import type { Repositories } from './repositories'
import type { ServiceAccount } from './service-account'
import { type IssuedToken, noRole, type TokenFacts, type TokenService } from './token-service'

/** What one method of a log-in has shown. */
interface Evidence {
  user: ActiveUser
  parent: TokenFacts | null
  applicationCredential: ApplicationCredential | null
}

interface Parts {
  repositories: Repositories
  access: Access
  names: Names
  guard: LogInGuard
  serviceAccount: ServiceAccount
  tokens: TokenService
}

export type LogInService = ReturnType<typeof createLogInService>

/** Log-ins by password, by token and by application credential. */
export function createLogInService({ repositories, access, names, guard, serviceAccount, tokens }: Parts) {
  type Method = (identity: LogIn['identity'], address: string) => Promise<Evidence>

  const methods: Record<string, Method> = {
    async password({ password }, address) {
      if (!password) throw missing('password')
      const user = await assertPassword(password.user, { password: password.user.password, address })
      return { user: await active(user.id), parent: null, applicationCredential: null }
    },

    async token({ token }) {
      if (!token) throw missing('token')
      const parent = await tokens.read(token.id)
      if (!parent) throw refused()
      return { user: parent.user, parent, applicationCredential: parent.applicationCredential }
    },

    async application_credential(identity, address) {
      const given = identity.application_credential
      if (!given) throw missing('application_credential')
      const applicationCredential = await findCredential(given)
      const owner = given.user && (await names.account(given.user))
      const account = `application credential ${given.id ?? `${owner}/${given.name}`}`
      const hash = applicationCredential?.secretHash ?? null
      if (!(await guard.admit({ account, address }, () => isPassword(given.secret, hash)))) throw refused()
      if (!applicationCredential || isOver(applicationCredential)) throw refused()
      return { user: await active(applicationCredential.userId), parent: null, applicationCredential }
    },
  }

  async function findCredential({ id, name, user }: NonNullable<LogIn['identity']['application_credential']>) {
    if (id !== undefined) return repositories.applicationCredentials.find(id)
    if (!user || name === undefined) throw new Problem('badRequest', 'An application credential by name needs its user.')
    const owner = await names.user(user)
    return owner && (await repositories.applicationCredentials.list(owner.id, name))[0]
  }

  async function active(userId: string): Promise<ActiveUser> {
    const user = await access.user(userId)
    // Whoever is told so has given the right secret.
    if (!user) throw new Problem('unauthenticated', `The account is disabled for user: ${userId}.`)
    return user
  }

  /** The user whose password it is. Throws `unauthenticated`, or `tooManyRequests` after too many failures. */
  async function assertPassword(named: InDomain, { password, address }: PasswordAttempt): Promise<User> {
    const user = await names.user(named)
    if (user && serviceAccount.owns(user.id, password)) return user
    const attempt = { account: await names.account(named), address }
    const admitted = await guard.admit(attempt, () => isPassword(password, user?.passwordHash ?? null))
    if (!admitted || !user) throw refused()
    return user
  }

  async function collect({ identity }: LogIn, address: string): Promise<Evidence[]> {
    const evidence: Evidence[] = []
    for (const name of new Set(identity.methods)) {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined
      if (!method) throw new Problem('unauthenticated', `The method ${name} of logging in is not offered here.`)
      evidence.push(await method(identity, address))
    }
    return evidence
  }

  async function chooseScope(wanted: WantedScope | undefined, { user, parent, applicationCredential }: Evidence): Promise<Scope> {
    if (applicationCredential) {
      // An application credential carries its project.
      if (wanted !== undefined) throw new Problem(parent ? 'forbidden' : 'unauthenticated', ownProject)
      return requireScope({ kind: 'project', id: applicationCredential.projectId })
    }
    if (wanted === undefined) return defaultScope(user)
    return requireScope(await names.target(wanted))
  }

  async function requireScope(target: Target | null | undefined): Promise<Scope> {
    const scope = target === undefined ? undefined : await access.scope(target)
    if (!scope) throw new Problem('unauthenticated', noRole)
    return scope
  }

  /** The default project if it is there, enabled, and the user has a role on it; nothing otherwise. */
  async function defaultScope({ id, defaultProjectId }: ActiveUser): Promise<Scope> {
    const scope = defaultProjectId ? await access.scope({ kind: 'project', id: defaultProjectId }) : undefined
    const usable = scope && (await access.roles(id, scope, null)).length > 0
    return usable ? scope : { kind: 'none' }
  }

  return {
    assertPassword,

    /** Gives a token for a log-in. Throws `unauthenticated`, which says more than that it failed only to whoever gave the right secret; or `tooManyRequests`. */
    async logIn(request: LogIn, address: string): Promise<IssuedToken> {
      const evidence = await collect(request, address)
      const [first] = evidence
      if (!first || evidence.some(({ user }) => user.id !== first.user.id)) throw refused()
      const parent = evidence.find((shown) => shown.parent)?.parent ?? null
      const applicationCredential = evidence.find((shown) => shown.applicationCredential)?.applicationCredential ?? null
      const scope = await chooseScope(request.scope, { user: first.user, parent, applicationCredential })
      const shown = [...new Set([...request.identity.methods, ...(parent?.methods ?? [])])]
      return tokens.issue({ user: first.user, scope, methods: shown, applicationCredential, parent })
    },
  }
}

interface PasswordAttempt {
  password: string
  address: string
}

const ownProject = 'An application credential is for its own project: leave the scope out.'

function isOver({ expiresAt }: ApplicationCredential): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now()
}

function refused(): Problem {
  return new Problem('unauthenticated', 'The log-in failed: the name, the domain or the secret is wrong.')
}

function missing(method: string): Problem {
  return new Problem('badRequest', `auth/identity/${method}: the method is named, but what it needs is not there`)
}
