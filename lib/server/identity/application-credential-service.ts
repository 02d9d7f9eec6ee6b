import { randomBytes } from 'node:crypto'
import { Problem } from '@/lib/contract/problem'
import { assertSelfOrAdmin, type Caller, found } from './caller'
import type { ApplicationCredential, Role } from './directory'
import { newId } from './new-id'
import { hashPassword } from './password-hash'
import type { Repositories } from './repositories'
import type { TokenService } from './token-service'

export interface ApplicationCredentialInput {
  name: string
  description?: string | null | undefined
  /** Made at random where none is given. */
  secret?: string | undefined
  expiresAt?: Date | null | undefined
  /** By id or by name; all of the caller's roles where none are named. */
  roles?: readonly { id?: string | undefined; name?: string | undefined }[] | undefined
  unrestricted?: boolean | undefined
}

/** The credential with its roles, and with the secret where it has just been made. */
export interface ShownCredential extends ApplicationCredential {
  roles: readonly Role[]
  secret?: string
}

export type ApplicationCredentialService = ReturnType<typeof createApplicationCredentialService>

/** Secrets by which programs log in as a user. Everybody manages the own ones. */
export function createApplicationCredentialService(repositories: Repositories, tokens: TokenService) {
  const { applicationCredentials, roles } = repositories

  async function one(caller: Caller, userId: string, id: string): Promise<ApplicationCredential> {
    assertSelfOrAdmin(caller, userId)
    const credential = await applicationCredentials.find(id)
    return found(credential?.userId === userId ? credential : undefined, 'application credential', id)
  }

  return {
    async list(caller: Caller, userId: string, name?: string): Promise<ShownCredential[]> {
      assertSelfOrAdmin(caller, userId)
      const [credentials, all] = await Promise.all([applicationCredentials.list(userId, name), roles.list()])
      return credentials.map((credential) => show(credential, all))
    },

    async get(caller: Caller, userId: string, id: string): Promise<ShownCredential> {
      return show(await one(caller, userId, id), await roles.list())
    },

    /** For the caller's own project; the answer is the only place where the secret is ever seen. */
    async create(caller: Caller, userId: string, input: ApplicationCredentialInput): Promise<ShownCredential> {
      if (caller.user.id !== userId)
        throw new Problem('forbidden', 'An application credential can only be made by the user whom it is for.')
      assertMayManage(caller)
      if (caller.scope.kind !== 'project')
        throw new Problem('badRequest', 'An application credential is for a project: ask with a token for that project.')
      if (input.expiresAt && input.expiresAt.getTime() <= Date.now())
        throw new Problem('badRequest', 'expires_at: the time is over already')
      const secret = input.secret ?? randomBytes(64).toString('base64url')
      const credential = {
        id: newId(),
        userId,
        projectId: caller.scope.id,
        name: input.name,
        description: input.description ?? null,
        secretHash: await hashPassword(secret),
        unrestricted: input.unrestricted ?? false,
        expiresAt: input.expiresAt ?? null,
        roleIds: chosenRoles(caller, input.roles).map(({ id }) => id),
      }
      await applicationCredentials.add(credential)
      return { ...show(credential, await roles.list()), secret }
    },

    async remove(caller: Caller, userId: string, id: string): Promise<void> {
      await one(caller, userId, id)
      assertMayManage(caller)
      await applicationCredentials.remove(id)
      tokens.revoked()
    },
  }
}

function show(credential: ApplicationCredential, all: readonly Role[]): ShownCredential {
  return { ...credential, roles: all.filter(({ id }) => credential.roleIds.includes(id)) }
}

function assertMayManage({ applicationCredential }: Caller) {
  if (applicationCredential && !applicationCredential.unrestricted)
    throw new Problem('forbidden', 'This application credential is not unrestricted: it cannot make or remove others.')
}

function chosenRoles(caller: Caller, wanted: ApplicationCredentialInput['roles']): readonly Role[] {
  if (!wanted?.length) return caller.roles
  return wanted.map(({ id, name }) => {
    const held = caller.roles.find((role) => (id === undefined ? role.name === name : role.id === id))
    if (!held) throw new Problem('badRequest', `You do not hold the role ${id ?? name} on this project.`)
    return held
  })
}
