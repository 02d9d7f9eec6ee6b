import { readFileSync } from 'node:fs'
import type { ImageView } from '@/lib/client/image-view'
import { createIdentityClient, tokenOf } from '@/testing/identity-client'
import { createKeystoneAdmin } from '@/testing/keystone-admin'
import type { RunningServer } from './server'

/** What a test arranges and checks through the public APIs, as the administrator. */
export interface Cloud {
  createImage(image: Record<string, unknown>, file?: string): Promise<ImageView>
  image(id: string): Promise<ImageView>
  patchImage(id: string, steps: object[]): Promise<void>
  imagesNamed(name: string): Promise<ImageView[]>
  deactivateImage(id: string): Promise<void>
  deleteImage(id: string): Promise<void>
  /** Of all projects, hidden ones too. */
  deleteImages(): Promise<void>
  /** A project that the administrator may work in. */
  createProject(name: string): Promise<string>
  /** Somebody new who has one role, in the administrator's project unless another is named. */
  createPerson(role: string, project?: string): Promise<Person>
  shareImage(id: string, projectId: string): Promise<void>
  /** Asks for an import; answers the id of its task. */
  createTask(input: object): Promise<string>
  /** Ends all that somebody is signed in to. */
  disablePerson(person: Person): Promise<void>
}

export interface Person {
  name: string
  password: string
}

export async function connect({ url, identityUrl, password }: RunningServer): Promise<Cloud> {
  const identity = createIdentityClient({ url: identityUrl }, '')
  const scope = { project: { name: 'admin', domain: { name: 'Default' } } }
  const token = tokenOf(await identity.logIn('admin', password, scope))
  const administrator = createKeystoneAdmin(identity, async () => token)

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const type = method === 'PATCH' ? 'application/openstack-images-v2.1-json-patch' : 'application/json'
    const headers = { 'x-auth-token': token, accept: 'application/json', 'content-type': type }
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  }

  const image = (id: string) => call<ImageView>('GET', `/v2/images/${id}`)
  const list = async (query: string) => (await call<{ images: ImageView[] }>('GET', `/v2/images?${query}`)).images
  return {
    image,
    patchImage: (id, steps) => call('PATCH', `/v2/images/${id}`, steps),
    imagesNamed: (name) => list(`name=${encodeURIComponent(`eq:${name}`)}`),
    async createImage(fields, file) {
      const { id } = await call<ImageView>('POST', '/v2/images', fields)
      if (file) await uploadData(url, token, id, file)
      return image(id)
    },
    deactivateImage: (id) => call('POST', `/v2/images/${id}/actions/deactivate`),
    deleteImage: (id) => call('DELETE', `/v2/images/${id}`),
    async deleteImages() {
      const [shown, hidden] = [await list('visibility=all&limit=1000'), await list('visibility=all&limit=1000&os_hidden=true')]
      for (const { id, protected: kept } of [...shown, ...hidden]) {
        if (kept) await call('PATCH', `/v2/images/${id}`, [{ op: 'replace', path: '/protected', value: false }])
        await call('DELETE', `/v2/images/${id}`)
      }
    },
    async createProject(name) {
      const { id } = await administrator.create('projects', { name, domain_id: 'default' })
      await administrator.grant({ role: 'admin', user: 'admin', project: name })
      return id
    },
    async createPerson(role, project = 'admin') {
      const person = { name: `${role}-${Date.now()}`, password: 'e2e-person' }
      await administrator.create('users', { ...person, domain_id: 'default' })
      await administrator.grant({ role, user: person.name, project })
      return person
    },
    shareImage: (id, projectId) => call('POST', `/v2/images/${id}/members`, { member: projectId }),
    createTask: async (input) => (await call<{ id: string }>('POST', '/v2/tasks', { type: 'import', input })).id,
    async disablePerson({ name }) {
      const { id } = await administrator.find('users', name)
      await administrator.change('users', id, { enabled: false })
    },
  }
}

async function uploadData(url: string, token: string, id: string, file: string) {
  const response = await fetch(`${url}/v2/images/${id}/file`, {
    method: 'PUT',
    headers: { 'x-auth-token': token, 'content-type': 'application/octet-stream' },
    body: readFileSync(file),
  })
  if (!response.ok) throw new Error(`The data of ${id}: ${response.status} ${await response.text()}`)
}
