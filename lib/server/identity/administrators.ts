import { Problem } from '@/lib/contract/problem'
import { createTurns } from '../turns'
import type { Access } from './access'
import type { Assignment } from './directory'
import type { Repositories } from './repositories'
import type { ServiceAccount } from './service-account'

export type Administrators = ReturnType<typeof createAdministrators>

interface Parts {
  repositories: Repositories
  access: Access
  serviceAccount: ServiceAccount
}

/** Sees to it that somebody can always administer the cloud. The service's own account does not count. */
export function createAdministrators({ repositories, access, serviceAccount }: Parts) {
  // One at a time: two administrators must not remove each other.
  const inTurn = createTurns(1)

  /** The assignments by which somebody can be administrator now. */
  async function list(): Promise<Assignment[]> {
    const [role] = await repositories.roles.list('admin')
    const held = role ? await repositories.assignments.list({ roleId: role.id }) : []
    const usable = held.map(async ({ userId, target }) => {
      if (serviceAccount.is(userId)) return false
      return Boolean((await access.user(userId)) && (await access.scope(target)))
    })
    const kept = await Promise.all(usable)
    return held.filter((_, index) => kept[index])
  }

  return {
    list,

    /** Makes a change after which only the assignments that `survives` says are left. Throws `conflict` if none would be. */
    async change<T>(survives: (assignment: Assignment) => boolean, make: () => Promise<T>): Promise<T> {
      return inTurn(async () => {
        const before = await list()
        if (before.length > 0 && !before.some(survives)) throw new Problem('conflict', lastOne)
        return make()
      })
    },
  }
}

const lastOne = 'This would leave nobody with the role admin. Give it to another enabled user first.'
