import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WebObjects {
  url: string
  /** What lies at each path. */
  objects: Map<string, Uint8Array | string>
  /** The requests that came, as `METHOD /path`. */
  requests: string[]
  /** Runs before each answer to a GET of that path. */
  beforeGet: (path: string) => Promise<void>
  stop(): void
}

/** A web server with objects for the read-only store to read. */
export async function startWebObjects(): Promise<WebObjects> {
  const web: WebObjects = {
    url: '',
    objects: new Map(),
    requests: [],
    beforeGet: async () => undefined,
    stop: () => void server.close().closeAllConnections(),
  }
  const server = createServer(async (request, answer) => {
    web.requests.push(`${request.method} ${request.url}`)
    if (request.method === 'GET') await web.beforeGet(request.url ?? '')
    const bytes = web.objects.get(request.url ?? '')
    if (bytes === undefined) return answer.writeHead(404).end()
    const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const part = start === '' ? Buffer.from(bytes) : Buffer.from(bytes).subarray(Number(start), Number(end) + 1)
    answer.writeHead(start === '' ? 200 : 206, { 'content-length': part.length })
    return answer.end(request.method === 'HEAD' ? undefined : part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  web.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return web
}

/** Lets the server fetch from this machine. */
export const webOfThisMachine = '[import_filtering_opts]\nallowed_hosts = 127.0.0.1\nallowed_ports =\n'
