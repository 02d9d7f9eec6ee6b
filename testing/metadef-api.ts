import { type CallOptions, type ImageApi, startImageApi } from './image-api'

export interface MetadefApi extends ImageApi {
  /** Makes a namespace as the administrator, whose project owns it unless it says otherwise. */
  createNamespace(fields: Record<string, unknown> & { namespace: string }): Promise<void>
  /** The body of an answer, whatever its status. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  read(path: string, options?: CallOptions): Promise<any>
}

/** An Image API with ways to make metadata definitions; paths begin below `/v2/metadefs`. */
export async function startMetadefApi(): Promise<MetadefApi> {
  const api = await startImageApi()
  const below = (path: string) => `/v2/metadefs${path}`
  return {
    ...api,
    call: (method, path, options) => api.call(method, below(path), options),
    status: (method, path, options) => api.status(method, below(path), options),
    async createNamespace(body) {
      const response = await api.call('POST', below('/namespaces'), { as: 'admin', body })
      if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
    },
    read: async (path, options) => (await api.call('GET', below(path), options)).json(),
  }
}

/** A request as the administrator, to the namespace `N`, unless it says otherwise. */
interface PartOptions extends CallOptions {
  namespace?: string
}

/** Ways to ask for one kind of what namespaces hold: the status of a request to all of them, and to one. */
export function partRequests(api: () => MetadefApi, kind: 'objects' | 'properties' | 'tags') {
  const status = (method: string, name: string, { namespace = 'N', ...options }: PartOptions = {}) =>
    api().status(method, `/namespaces/${namespace}/${kind}${name}`, { as: 'admin', ...options })
  return {
    all: (method: string, options?: PartOptions) => status(method, '', options),
    one: (method: string, name: string, options?: PartOptions) => status(method, `/${name}`, options),
  }
}
