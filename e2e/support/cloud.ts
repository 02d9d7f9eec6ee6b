import { readFileSync } from 'node:fs'
import type { ImageView } from '@/lib/client/image-view'

/** What a test arranges and checks through the public APIs, as the administrator. */
export interface Cloud {
  token: string
  projectId: string
  createImage(image: Record<string, unknown>, file?: string): Promise<ImageView>
  image(id: string): Promise<ImageView>
  imagesNamed(name: string): Promise<ImageView[]>
  deleteImages(): Promise<void>
  /** A project that the administrator may work in. */
  createProject(name: string): Promise<string>
}

export async function connect(url: string, password: string): Promise<Cloud> {
  const { token, projectId, userId } = await logIn(url, password)

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { 'x-auth-token': token, accept: 'application/json', 'content-type': 'application/json' }
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
    token,
    projectId,
    image,
    imagesNamed: (name) => list(`name=${encodeURIComponent(`eq:${name}`)}`),
    async createImage(fields, file) {
      const { id } = await call<ImageView>('POST', '/v2/images', fields)
      if (file) await uploadData(url, token, id, file)
      return image(id)
    },
    async deleteImages() {
      for (const { id, protected: kept } of await list('visibility=all&limit=1000')) {
        if (!kept) await call('DELETE', `/v2/images/${id}`)
      }
    },
    async createProject(name) {
      const { project } = await call<{ project: { id: string } }>('POST', '/identity/v3/projects', {
        project: { name, domain_id: 'default' },
      })
      const { roles } = await call<{ roles: { id: string; name: string }[] }>('GET', '/identity/v3/roles')
      const role = roles.find((each) => each.name === 'admin')
      await call('PUT', `/identity/v3/projects/${project.id}/users/${userId}/roles/${role?.id}`)
      return project.id
    },
  }
}

async function logIn(url: string, password: string) {
  const domain = { name: 'Default' }
  const response = await fetch(`${url}/identity/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: { methods: ['password'], password: { user: { name: 'admin', domain, password } } },
        scope: { project: { name: 'admin', domain } },
      },
    }),
  })
  const { token } = (await response.json()) as { token: { project: { id: string }; user: { id: string } } }
  return { token: response.headers.get('x-subject-token') ?? '', projectId: token.project.id, userId: token.user.id }
}

async function uploadData(url: string, token: string, id: string, file: string) {
  const response = await fetch(`${url}/v2/images/${id}/file`, {
    method: 'PUT',
    headers: { 'x-auth-token': token, 'content-type': 'application/octet-stream' },
    body: readFileSync(file),
  })
  if (!response.ok) throw new Error(`The data of ${id}: ${response.status} ${await response.text()}`)
}
