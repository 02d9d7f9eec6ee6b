import { Problem } from '@/lib/contract/problem'
import type { Administrators } from './administrators'
import { assertAdmin, assertSelfOrAdmin, type Caller, found, ownDomain } from './caller'
import type { User } from './directory'
import { newId } from './new-id'
import { hashPassword } from './password-hash'
import type { Repositories } from './repositories'
import type { ServiceAccount } from './service-account'
import type { TokenService } from './token-service'
import type { UserFilter } from './user-repository'

/** What can be said of a user; what is left out stays, or takes its default. */
export interface UserChanges {
  name?: string | undefined
  domainId?: string | undefined
  password?: string | null | undefined
  enabled?: boolean | undefined
  description?: string | null | undefined
  email?: string | null | undefined
  defaultProjectId?: string | null | undefined
}

interface Parts {
  repositories: Repositories
  administrators: Administrators
  serviceAccount: ServiceAccount
  tokens: TokenService
}

export type UserService = ReturnType<typeof createUserService>

/** The people and programs that can log in. */
export function createUserService({ repositories, administrators, serviceAccount, tokens }: Parts) {
  const { users, domains, projects } = repositories

  async function assertProject(id: string | null | undefined) {
    if (id && !(await projects.find(id))) throw new Problem('badRequest', `Could not find project: ${id}.`)
  }

  async function apply(user: User, { password, ...changes }: UserChanges): Promise<User> {
    const passwordHash = password === undefined ? user.passwordHash : password === null ? null : await hashPassword(password)
    return { ...user, ...given(changes), id: user.id, passwordHash }
  }

  async function save(before: User, after: User) {
    await users.update(after)
    const secretChanged = before.passwordHash !== after.passwordHash
    if (secretChanged || (before.enabled && !after.enabled)) await tokens.revokeOfUser(after.id)
  }

  function assertNotOwn(id: string) {
    if (serviceAccount.is(id))
      throw new Problem('conflict', 'Vitrine itself works with this user: it cannot be changed or removed.')
  }

  return {
    async list(caller: Caller, filter: UserFilter): Promise<User[]> {
      assertAdmin(caller)
      return users.list(filter)
    },

    async get(caller: Caller, id: string): Promise<User> {
      assertSelfOrAdmin(caller, id)
      return found(await users.find(id), 'user', id)
    },

    async create(caller: Caller, input: UserChanges & { name: string }): Promise<User> {
      assertAdmin(caller)
      const domainId = input.domainId ?? ownDomain(caller)
      found(await domains.find(domainId), 'domain', domainId)
      await assertProject(input.defaultProjectId)
      const user = await apply({ ...blank, id: newId(), name: input.name, domainId }, input)
      await users.add(user)
      return user
    },

    async update(caller: Caller, id: string, changes: UserChanges): Promise<User> {
      assertAdmin(caller)
      const before = found(await users.find(id), 'user', id)
      assertNotOwn(id)
      if (changes.domainId !== undefined && changes.domainId !== before.domainId)
        throw new Problem('badRequest', 'A user cannot be moved to another domain.')
      await assertProject(changes.defaultProjectId)
      const after = await apply(before, changes)
      await administrators.change(
        ({ userId }) => userId !== id || after.enabled,
        () => save(before, after),
      )
      return after
    },

    async remove(caller: Caller, id: string): Promise<void> {
      assertAdmin(caller)
      found(await users.find(id), 'user', id)
      assertNotOwn(id)
      await administrators.change(
        ({ userId }) => userId !== id,
        () => users.remove(id),
      )
      tokens.revoked()
    },

    /** Gives a user whose old password has been checked a new one; every token of the user ends. */
    async setPassword(id: string, password: string): Promise<void> {
      assertNotOwn(id)
      const before = found(await users.find(id), 'user', id)
      await save(before, await apply(before, { password }))
    },
  }
}

const blank = { description: null, email: null, defaultProjectId: null, enabled: true, passwordHash: null }

/** Without what was left out. */
function given<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never
}
