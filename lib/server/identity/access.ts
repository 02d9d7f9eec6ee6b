import {
  type ApplicationCredential,
  type Domain,
  type Project,
  type Role,
  type Target,
  type User,
  withImpliedRoles,
} from './directory'
import type { Repositories } from './repositories'

/** A user who may log in, with the domain. */
export type ActiveUser = User & { domain: Domain }

/** What a token is for: a project, a domain, or nothing. */
export type Scope =
  | { kind: 'project'; id: string; project: Project; domain: Domain }
  | { kind: 'domain'; id: string; domain: Domain }
  | { kind: 'none' }

export type Access = ReturnType<typeof createAccess>

/** Who may log in just now, for what, and with which roles. What is disabled, or whose domain is, does not exist here. */
export function createAccess({ users, domains, projects, assignments, roles }: Repositories) {
  async function activeDomain(id: string): Promise<Domain | undefined> {
    const domain = await domains.find(id)
    return domain?.enabled ? domain : undefined
  }

  return {
    async user(id: string): Promise<ActiveUser | undefined> {
      const user = await users.find(id)
      const domain = user?.enabled ? await activeDomain(user.domainId) : undefined
      return user && domain && { ...user, domain }
    },

    async scope(target: Target | null): Promise<Scope | undefined> {
      if (!target) return { kind: 'none' }
      if (target.kind === 'domain') {
        const domain = await activeDomain(target.id)
        return domain && { kind: 'domain', id: domain.id, domain }
      }
      const project = await projects.find(target.id)
      const domain = project?.enabled ? await activeDomain(project.domainId) : undefined
      return project && domain && { kind: 'project', id: project.id, project, domain }
    },

    /** The user's roles in a scope, with the implied ones; of an application credential only those that it was given. */
    async roles(userId: string, scope: Scope, credential: ApplicationCredential | null): Promise<Role[]> {
      if (scope.kind === 'none') return []
      const [all, held] = await Promise.all([roles.list(), assignments.list({ userId, target: scope })])
      const effective = withImpliedRoles(
        held.map(({ roleId }) => roleId),
        all,
      )
      if (!credential) return effective
      const given = withImpliedRoles(credential.roleIds, all)
      return effective.filter(({ id }) => given.some((role) => role.id === id))
    },
  }
}
