import type { Domain, Project, Target, User } from './directory'
import type { DomainRef, InDomain, WantedScope } from './log-in-request'
import type { Repositories } from './repositories'

export type Names = ReturnType<typeof createNames>

/** Finds what a request names by id, or by name and domain. */
export function createNames({ domains, projects, users }: Repositories) {
  async function domain({ id, name }: DomainRef): Promise<Domain | undefined> {
    return id === undefined ? (await domains.list({ name }))[0] : domains.find(id)
  }

  async function project({ id, name, domain: owner }: InDomain): Promise<Project | undefined> {
    if (id !== undefined) return projects.find(id)
    const domainId = owner && (await domain(owner))?.id
    return domainId === undefined ? undefined : (await projects.list({ name, domainId }))[0]
  }

  async function user({ id, name, domain: owner }: InDomain): Promise<User | undefined> {
    if (id !== undefined) return users.find(id)
    const domainId = owner && (await domain(owner))?.id
    return domainId === undefined ? undefined : (await users.list({ name, domainId }))[0]
  }

  return {
    user,

    /** One name for an account however it is written, and made alike whether or not anybody has it. */
    async account(named: InDomain): Promise<string> {
      const found = named.id === undefined ? undefined : await users.find(named.id)
      if (found) return `${found.domainId}/${found.name}`
      if (named.id !== undefined) return `id ${named.id}`
      const { id, name } = named.domain ?? {}
      return `${id ?? (await domain({ name }))?.id ?? name}/${named.name}`
    },

    /** What a scope names; null for explicitly none, undefined for what does not exist. */
    async target(scope: WantedScope): Promise<Target | null | undefined> {
      if (scope === 'unscoped') return null
      if ('project' in scope) return target('project', await project(scope.project))
      if ('domain' in scope) return target('domain', await domain(scope.domain))
      return undefined
    },
  }
}

function target(kind: Target['kind'], found: { id: string } | undefined): Target | undefined {
  return found && { kind, id: found.id }
}
