import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import type { KeystoneHttp } from '../auth/keystone-http'
import { versioned } from '../auth/keystone-url'
import type { Identity } from '../context'

type User = Pick<Identity, 'userId' | 'userName' | 'userDomainId'>
type Project = Pick<Identity, 'projectId' | 'projectName' | 'projectDomainId'> & { scope: 'project' }

/** Who is who in Keystone, as far as the caller's own token shows it. Throws `badRequest`, `forbidden`, `identityUnavailable`. */
export interface Directory {
  /** By id or name; a name that several have needs the domain. */
  user(token: string, user: string, domainId: string | undefined): Promise<User>
  project(token: string, project: string, domainId: string | undefined): Promise<Project>
  /** Lower case, with those of groups and the implied ones. */
  roles(token: string, userId: string, projectId: string): Promise<string[]>
}

const record = z.object({ id: z.string(), name: z.string(), domain_id: z.string().nullish() })
const assignments = z.object({ role_assignments: z.array(z.object({ role: z.object({ name: z.string() }) })) })

/** Asks the Keystone at that address. */
export function createDirectory(http: KeystoneHttp, keystoneUrl: () => string): Directory {
  async function ask(token: string, path: string): Promise<unknown> {
    const headers = { 'x-auth-token': token }
    const { status, body } = await http({ method: 'GET', url: `${versioned(keystoneUrl())}${path}`, headers })
    if (status === 404) return null
    if (status === 401 || status === 403)
      throw new Problem(
        'forbidden',
        'Keystone does not let you look up users and their roles: name the roles instead (as.roles).',
      )
    if (status !== 200) throw new Problem('identityUnavailable', `The identity service answered ${status}.`)
    return JSON.parse(body)
  }

  async function find(
    token: string,
    kind: 'user' | 'project',
    { named, domainId }: { named: string; domainId: string | undefined },
  ) {
    const byId = await ask(token, `/${kind}s/${encodeURIComponent(named)}`)
    if (byId !== null) return z.record(z.string(), record).parse(byId)[kind]
    const query = new URLSearchParams({ name: named, ...(domainId !== undefined && { domain_id: domainId }) })
    const listed = z.record(z.string(), z.unknown()).parse(await ask(token, `/${kind}s?${query}`))
    const found = z.array(record).parse(listed[`${kind}s`])
    if (found.length > 1)
      throw new Problem('badRequest', `Several domains have a ${kind} ${named}: name one in as.domain_id, or the id.`)
    return found[0]
  }

  async function the(token: string, kind: 'user' | 'project', wanted: { named: string; domainId: string | undefined }) {
    const found = await find(token, kind, wanted)
    if (!found) throw new Problem('badRequest', `Keystone knows no ${kind} ${wanted.named}.`)
    return found
  }

  return {
    async user(token, named, domainId) {
      const { id, name, domain_id } = await the(token, 'user', { named, domainId })
      return { userId: id, userName: name, userDomainId: domain_id ?? '' }
    },
    async project(token, named, domainId) {
      const { id, name, domain_id } = await the(token, 'project', { named, domainId })
      return { scope: 'project', projectId: id, projectName: name, projectDomainId: domain_id ?? null }
    },
    async roles(token, userId, projectId) {
      const query = new URLSearchParams({
        'user.id': userId,
        'scope.project.id': projectId,
        effective: 'true',
        include_names: 'true',
      })
      const { role_assignments: held } = assignments.parse(await ask(token, `/role_assignments?${query}`))
      return [...new Set(held.map(({ role }) => role.name.toLowerCase()))]
    },
  }
}
