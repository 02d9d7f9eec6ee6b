import { builtIn } from '@/lib/contract/built-in-identity'
import { Problem } from '@/lib/contract/problem'
import type { Administrators } from './administrators'
import { assertAdmin, type Caller, found } from './caller'
import type { Domain } from './directory'
import type { DomainFilter } from './domain-repository'
import { newId } from './new-id'
import type { Repositories } from './repositories'
import type { TokenService } from './token-service'

export interface DomainChanges {
  name?: string | undefined
  description?: string | undefined
  enabled?: boolean | undefined
}

interface Parts {
  repositories: Repositories
  administrators: Administrators
  tokens: TokenService
}

export type DomainService = ReturnType<typeof createDomainService>

/** The namespaces of users and projects. */
export function createDomainService({ repositories, administrators, tokens }: Parts) {
  const { domains, users, projects, assignments } = repositories

  /** Makes a change after which nobody and nothing of the domain can be used. */
  async function withoutDomain(id: string, make: () => Promise<void>) {
    const [people, owned] = await Promise.all([users.list({ domainId: id }), projects.list({ domainId: id })])
    const lost = new Set([id, ...people.map((user) => user.id), ...owned.map((project) => project.id)])
    await administrators.change(({ userId, target }) => !lost.has(userId) && !lost.has(target.id), make)
    tokens.revoked()
  }

  return {
    async list(caller: Caller, filter: DomainFilter): Promise<Domain[]> {
      assertAdmin(caller)
      return domains.list(filter)
    },

    /** The domains that the user has a role on. */
    async ofUser(userId: string): Promise<Domain[]> {
      const held = await assignments.list({ userId })
      const ids = new Set(held.flatMap(({ target }) => (target.kind === 'domain' ? [target.id] : [])))
      return (await domains.list()).filter(({ id }) => ids.has(id))
    },

    /** Everybody may see the own domain. */
    async get(caller: Caller, id: string): Promise<Domain> {
      if (caller.user.domainId !== id) assertAdmin(caller)
      return found(await domains.find(id), 'domain', id)
    },

    async create(caller: Caller, input: DomainChanges & { name: string }): Promise<Domain> {
      assertAdmin(caller)
      const domain = { id: newId(), name: input.name, description: input.description ?? '', enabled: input.enabled ?? true }
      await domains.add(domain)
      return domain
    },

    async update(caller: Caller, id: string, changes: DomainChanges): Promise<Domain> {
      assertAdmin(caller)
      const before = found(await domains.find(id), 'domain', id)
      const { name = before.name, description = before.description, enabled = before.enabled } = changes
      if (name !== before.name || !enabled) assertNotOwn(id)
      const after = { id, name, description, enabled }
      if (enabled) await domains.update(after)
      else await withoutDomain(id, () => domains.update(after))
      return after
    },

    async remove(caller: Caller, id: string): Promise<void> {
      assertAdmin(caller)
      const domain = found(await domains.find(id), 'domain', id)
      assertNotOwn(id)
      if (domain.enabled)
        throw new Problem('forbidden', 'A domain that is enabled cannot be removed: disable it first, to be sure what is lost.')
      await withoutDomain(id, () => domains.remove(id))
    },
  }
}

function assertNotOwn(id: string) {
  if (id === builtIn.domainId)
    throw new Problem('conflict', 'Vitrine itself works in this domain: it cannot be renamed, disabled or removed.')
}
