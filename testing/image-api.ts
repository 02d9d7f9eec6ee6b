import type { ImageView } from '@/lib/contract/image'
import { acceptTestIdentities, type Caller } from './identities'
import { startTestServer, type TestServer } from './test-server'

export interface CallOptions {
  /** Null: no token at all. */
  as?: Caller | null
  headers?: Record<string, string>
  /** An object or array goes as JSON. */
  body?: unknown
}

/** A running Image API and short ways to speak to it. */
export interface ImageApi {
  server: TestServer
  call(method: string, path: string, options?: CallOptions): Promise<Response>
  status(method: string, path: string, options?: CallOptions): Promise<number>
  /** An image of the project `demo` unless another caller makes it. */
  create(fields?: Record<string, unknown>, as?: Caller): Promise<ImageView>
  /** An image of raw format that holds these bytes. */
  createActive(bytes: Uint8Array | string, fields?: Record<string, unknown>, as?: Caller): Promise<ImageView>
  show(id: string, as?: Caller): Promise<ImageView>
  patch(id: string, operations: unknown, as?: Caller): Promise<Response>
  stop(): Promise<void>
}

export const patch21 = 'application/openstack-images-v2.1-json-patch'
export const patch20 = 'application/openstack-images-v2.0-json-patch'
export const octets = { 'content-type': 'application/octet-stream' }

/** Starts the real server with test identities; most calls speak as `member`. */
export async function startImageApi(argv: string[] = []): Promise<ImageApi> {
  const server = await startTestServer({}, argv)
  acceptTestIdentities()

  async function call(method: string, path: string, { as = 'member', headers, body }: CallOptions = {}): Promise<Response> {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined
    return fetch(server.url + path, {
      method,
      headers: { ...(as && { 'x-auth-token': as }), ...headers },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    })
  }

  async function image(response: Response): Promise<ImageView> {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as ImageView
  }

  const create: ImageApi['create'] = async (fields = {}, as = 'member') =>
    image(await call('POST', '/v2/images', { as, body: fields }))
  const show: ImageApi['show'] = async (id, as = 'member') => image(await call('GET', `/v2/images/${id}`, { as }))

  return {
    server,
    call,
    create,
    show,
    status: async (...request) => {
      const response = await call(...request)
      await response.arrayBuffer()
      return response.status
    },
    async createActive(bytes, fields = {}, as = 'member') {
      const { id } = await create({ disk_format: 'raw', container_format: 'bare', ...fields }, as)
      const response = await call('PUT', `/v2/images/${id}/file`, { as, headers: octets, body: bytes })
      if (response.status !== 204) throw new Error(`${response.status}: ${await response.text()}`)
      return show(id, as)
    },
    patch: (id, operations, as = 'member') =>
      call('PATCH', `/v2/images/${id}`, { as, headers: { 'content-type': patch21 }, body: operations }),
    stop: () => server.stop(),
  }
}
