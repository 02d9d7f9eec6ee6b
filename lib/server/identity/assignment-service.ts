import { Problem } from '@/lib/contract/problem'
import type { Administrators } from './administrators'
import type { AssignmentFilter } from './assignment-repository'
import { assertAdmin, type Caller, found } from './caller'
import { type Assignment, type Role, type Target, withImpliedRoles } from './directory'
import type { Repositories } from './repositories'
import type { ServiceAccount } from './service-account'
import type { TokenService } from './token-service'

/** An assignment with what its ids stand for. */
export interface NamedAssignment {
  role: { id: string; name: string }
  user: { id: string; name: string; domain: { id: string; name: string } }
  /** A domain is in no domain. */
  target: Target & { name: string; domain?: { id: string; name: string } }
}

interface Parts {
  repositories: Repositories
  administrators: Administrators
  serviceAccount: ServiceAccount
  tokens: TokenService
}

export type AssignmentService = ReturnType<typeof createAssignmentService>

/** Who holds which role on what. */
export function createAssignmentService({ repositories, administrators, serviceAccount, tokens }: Parts) {
  const { assignments, roles, users, projects, domains } = repositories

  async function assertThere({ userId, roleId, target }: Assignment) {
    await assertHolder(userId, target)
    found(await roles.find(roleId), 'role', roleId)
  }

  async function assertHolder(userId: string, { kind, id }: Target) {
    found(await (kind === 'project' ? projects.find(id) : domains.find(id)), kind, id)
    found(await users.find(userId), 'user', userId)
  }

  async function holds({ userId, roleId, target }: Assignment): Promise<boolean> {
    return (await assignments.list({ userId, roleId, target })).length > 0
  }

  /** Each assignment, and one more for each role that it implies. */
  async function effective(held: readonly Assignment[]): Promise<Assignment[]> {
    const all = await roles.list()
    const expanded = held.flatMap((one) => withImpliedRoles([one.roleId], all).map(({ id }) => ({ ...one, roleId: id })))
    const key = ({ userId, roleId, target }: Assignment) => `${userId} ${roleId} ${target.kind} ${target.id}`
    return [...new Map(expanded.map((one) => [key(one), one])).values()]
  }

  return {
    async list(caller: Caller, filter: AssignmentFilter, implied: boolean): Promise<Assignment[]> {
      assertAdmin(caller)
      if (!implied) return assignments.list(filter)
      const { roleId, ...rest } = filter
      const held = await effective(await assignments.list(rest))
      return held.filter((one) => roleId === undefined || one.roleId === roleId)
    },

    async withNames(held: readonly Assignment[]): Promise<NamedAssignment[]> {
      const [everyRole, everyUser, everyProject, everyDomain] = await Promise.all([
        roles.list(),
        users.list(),
        projects.list(),
        domains.list(),
      ])
      const one = <T extends { id: string; name: string }>(all: T[], id: string) => all.find((item) => item.id === id)
      const brief = (item: { id: string; name: string } | undefined) => ({ id: item?.id ?? '', name: item?.name ?? '' })
      return held.map(({ userId, roleId, target }) => {
        const user = one(everyUser, userId)
        const project = target.kind === 'project' ? one(everyProject, target.id) : undefined
        const owner = project && { domain: brief(one(everyDomain, project.domainId)) }
        return {
          role: brief(one(everyRole, roleId)),
          user: { ...brief(user), domain: brief(one(everyDomain, user?.domainId ?? '')) },
          target: { ...target, ...brief(project ?? one(everyDomain, target.id)), ...owner },
        }
      })
    },

    async rolesOf(caller: Caller, userId: string, target: Target): Promise<Role[]> {
      assertAdmin(caller)
      await assertHolder(userId, target)
      const held = new Set((await assignments.list({ userId, target })).map(({ roleId }) => roleId))
      return (await roles.list()).filter(({ id }) => held.has(id))
    },

    async assertHeld(caller: Caller, assignment: Assignment): Promise<void> {
      assertAdmin(caller)
      await assertThere(assignment)
      if (!(await holds(assignment))) throw new Problem('notFound', 'The user does not hold this role there.')
    },

    async give(caller: Caller, assignment: Assignment): Promise<void> {
      assertAdmin(caller)
      await assertThere(assignment)
      await assignments.add(assignment)
      tokens.revoked()
    },

    async take(caller: Caller, assignment: Assignment): Promise<void> {
      await this.assertHeld(caller, assignment)
      const { userId, roleId, target } = assignment
      if (serviceAccount.is(userId)) throw new Problem('conflict', 'Vitrine itself works with this user: it keeps its roles.')
      await administrators.change(
        (one) => one.userId !== userId || one.roleId !== roleId || one.target.kind !== target.kind || one.target.id !== target.id,
        () => assignments.remove(assignment),
      )
      await tokens.revokeOfUser(userId, target)
    },
  }
}
