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
