import { builtIn } from '@/lib/contract/built-in-identity'
import { Problem } from '@/lib/contract/problem'
import type { Administrators } from './administrators'
import { assertAdmin, assertSelfOrAdmin, type Caller, found, ownDomain } from './caller'
import type { Project } from './directory'
import { newId } from './new-id'
import type { ProjectFilter } from './project-repository'
import type { Repositories } from './repositories'
import type { TokenService } from './token-service'

export interface ProjectChanges {
  name?: string | undefined
  domainId?: string | undefined
  description?: string | undefined
  enabled?: boolean | undefined
}

interface Parts {
  repositories: Repositories
  administrators: Administrators
  tokens: TokenService
}

export type ProjectService = ReturnType<typeof createProjectService>

/** The projects that own images. */
export function createProjectService({ repositories, administrators, tokens }: Parts) {
  const { projects, domains, assignments } = repositories

  /** The projects that the user has a role on, disabled ones too. */
  async function ofUser(userId: string): Promise<Project[]> {
    const held = await assignments.list({ userId })
    return projects.list({ ids: held.flatMap(({ target }) => (target.kind === 'project' ? [target.id] : [])) })
  }

  async function save(after: Project) {
    await projects.update(after)
    if (!after.enabled) await tokens.revokeFor({ kind: 'project', id: after.id })
  }

  return {
    ofUser,

    async list(caller: Caller, filter: ProjectFilter): Promise<Project[]> {
      assertAdmin(caller)
      return projects.list(filter)
    },

    async listOfUser(caller: Caller, userId: string): Promise<Project[]> {
      assertSelfOrAdmin(caller, userId)
      found(await repositories.users.find(userId), 'user', userId)
      return ofUser(userId)
    },

    /** Whoever has a role on a project may see it. */
    async get(caller: Caller, id: string): Promise<Project> {
      const own = (await ofUser(caller.user.id)).find((project) => project.id === id)
      if (own) return own
      assertAdmin(caller)
      return found(await projects.find(id), 'project', id)
    },

    async create(caller: Caller, input: ProjectChanges & { name: string }): Promise<Project> {
      assertAdmin(caller)
      const domainId = input.domainId ?? ownDomain(caller)
      found(await domains.find(domainId), 'domain', domainId)
      const { name, description = '', enabled = true } = input
      const project = { id: newId(), domainId, name, description, enabled }
      await projects.add(project)
      return project
    },

    async update(caller: Caller, id: string, changes: ProjectChanges): Promise<Project> {
      assertAdmin(caller)
      const before = found(await projects.find(id), 'project', id)
      if (changes.domainId !== undefined && changes.domainId !== before.domainId)
        throw new Problem('badRequest', 'A project cannot be moved to another domain.')
      const { name = before.name, description = before.description, enabled = before.enabled } = changes
      if (name !== before.name || !enabled) assertNotOwn(before)
      const after = { ...before, name, description, enabled }
      await administrators.change(
        ({ target }) => target.id !== id || enabled,
        () => save(after),
      )
      return after
    },

    async remove(caller: Caller, id: string): Promise<void> {
      assertAdmin(caller)
      assertNotOwn(found(await projects.find(id), 'project', id))
      await administrators.change(
        ({ target }) => target.id !== id,
        () => projects.remove(id),
      )
      tokens.revoked()
    },
  }
}

function assertNotOwn({ domainId, name }: Project) {
  if (domainId === builtIn.domainId && name === builtIn.serviceProject)
    throw new Problem('conflict', 'Vitrine itself works in this project: it cannot be renamed, disabled or removed.')
}
