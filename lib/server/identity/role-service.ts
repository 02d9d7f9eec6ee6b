import { builtIn } from '@/lib/contract/built-in-identity'
import { Problem } from '@/lib/contract/problem'
import { assertAdmin, type Caller, found } from './caller'
import type { Role } from './directory'
import { newId } from './new-id'
import type { Repositories } from './repositories'
import type { TokenService } from './token-service'

export interface RoleChanges {
  name?: string | undefined
  description?: string | null | undefined
}

export type RoleService = ReturnType<typeof createRoleService>

/** The words in which policies speak of people. */
export function createRoleService({ roles }: Repositories, tokens: TokenService) {
  return {
    async list(caller: Caller, name?: string): Promise<Role[]> {
      assertAdmin(caller)
      return roles.list(name)
    },

    async get(caller: Caller, id: string): Promise<Role> {
      assertAdmin(caller)
      return found(await roles.find(id), 'role', id)
    },

    async create(caller: Caller, { name, description = null }: RoleChanges & { name: string }): Promise<Role> {
      assertAdmin(caller)
      const role = { id: newId(), name, description }
      await roles.add(role)
      return role
    },

    async update(caller: Caller, id: string, changes: RoleChanges): Promise<Role> {
      assertAdmin(caller)
      const before = found(await roles.find(id), 'role', id)
      const { name = before.name, description = before.description } = changes
      if (name !== before.name) assertNotBuiltIn(before)
      await roles.update({ id, name, description })
      tokens.revoked()
      return { id, name, description }
    },

    async remove(caller: Caller, id: string): Promise<void> {
      assertAdmin(caller)
      assertNotBuiltIn(found(await roles.find(id), 'role', id))
      await roles.remove(id)
      tokens.revoked()
    },
  }
}

function assertNotBuiltIn({ name }: Role) {
  if (builtIn.roles.some((known) => known === name))
    throw new Problem('conflict', `Vitrine's policies are built on the role ${name}: it cannot be renamed or removed.`)
}
