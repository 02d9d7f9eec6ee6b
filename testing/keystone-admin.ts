import type { IdentityClient } from './identity-client'

export type KeystoneKind = 'domains' | 'projects' | 'users' | 'roles' | 'services' | 'endpoints' | 'regions'

export interface KeystoneEntity {
  id: string
  name: string
  [field: string]: unknown
}

export interface Grant {
  role: string
  user: string
  project: string
}

/** What a test arranges in its Keystone as the administrator. Names, where not said otherwise; throws where Keystone refuses. */
export interface KeystoneAdmin {
  /** Any request of the identity API, such as `GET /users`; answers the body. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  list(kind: KeystoneKind, query?: string): Promise<KeystoneEntity[]>
  find(kind: KeystoneKind, name: string): Promise<KeystoneEntity>
  create(kind: KeystoneKind, fields: Record<string, unknown>): Promise<KeystoneEntity>
  /** Changes fields by id, as in `change('users', id, { enabled: false })`. */
  change(kind: KeystoneKind, id: string, fields: Record<string, unknown>): Promise<void>
  remove(kind: KeystoneKind, id: string): Promise<void>
  grant(grant: Grant): Promise<void>
  withdraw(grant: Grant): Promise<void>
  revoke(token: string): Promise<void>
  /** Makes every endpoint of the service type (`image`, `identity` …) this URL. */
  point(serviceType: string, url: string): Promise<void>
}

/** `token` answers one of the administrator's; it is asked for again when Keystone no longer accepts the last. */
export function createKeystoneAdmin(identity: IdentityClient, token: () => Promise<string>): KeystoneAdmin {
  let own: string | undefined

  async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const ask = (id: string) => identity.call(method, path, { token: id, headers, ...(body !== undefined && { body }) })
    own ??= await token()
    let answer = await ask(own)
    if (answer.status === 401) {
      own = await token()
      answer = await ask(own)
    }
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }

  const singular = (kind: KeystoneKind) => kind.slice(0, -1)

  const admin: KeystoneAdmin = {
    call,
    list: async (kind, query = '') => (await call<Record<string, KeystoneEntity[]>>('GET', `/${kind}?${query}`))[kind] ?? [],
    async find(kind, name) {
      const found = (await admin.list(kind)).find((each) => each.name === name)
      if (!found) throw new Error(`Keystone has none of ${kind} with the name ${name}`)
      return found
    },
    async create(kind, fields) {
      const made = await call<Record<string, KeystoneEntity>>('POST', `/${kind}`, { [singular(kind)]: fields })
      return made[singular(kind)] as KeystoneEntity
    },
    change: (kind, id, fields) => call('PATCH', `/${kind}/${id}`, { [singular(kind)]: fields }),
    remove: (kind, id) => call('DELETE', `/${kind}/${id}`),
    grant: async (grant) => call('PUT', await grantPath(admin, grant)),
    withdraw: async (grant) => call('DELETE', await grantPath(admin, grant)),
    revoke: (revoked) => call('DELETE', '/auth/tokens', undefined, { 'x-subject-token': revoked }),
    async point(serviceType, url) {
      const [service] = await admin.list('services', `type=${serviceType}`)
      if (!service) throw new Error(`Keystone has no service of the type ${serviceType}`)
      for (const { id } of await admin.list('endpoints', `service_id=${service.id}`)) await admin.change('endpoints', id, { url })
    },
  }
  return admin
}

async function grantPath(admin: KeystoneAdmin, { role, user, project }: Grant): Promise<string> {
  const kinds = [admin.find('projects', project), admin.find('users', user), admin.find('roles', role)]
  const [projectId, userId, roleId] = (await Promise.all(kinds)).map(({ id }) => id)
  return `/projects/${projectId}/users/${userId}/roles/${roleId}`
}
