import { type ClientRequest, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'

/** What a request to a web server says, whichever way it takes. */
export type WebRequest = Pick<RequestOptions, 'method' | 'signal'> & { headers: Record<string, string> } & Pick<
    ConnectionOptions,
    'ca' | 'rejectUnauthorized'
  >

/**
 * Begins a request that goes through the proxy `host:port`: http is asked of the proxy itself, https goes through a tunnel.
 * Names are the proxy's to resolve, and it decides which addresses can be reached.
 */
export function requestThrough(proxy: string, url: URL, request: WebRequest): ClientRequest {
  const { hostname, port } = new URL(`http://${proxy}`)
  const by = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port || 80, agent: false }
  // Without an agent Node takes 80 for the port that goes without saying.
  const headers = { ...request.headers, host: url.host }
  if (url.protocol === 'https:') return requestHttps(url, { ...request, headers, createConnection: tunnel(by, url, request) })
  const { method, signal } = request
  return requestHttp({ ...by, method, path: url.href, headers, ...(signal && { signal }) })
}

type Connected = (error: Error | null, socket: Socket) => void

/** Has the proxy connect to the server, and speaks TLS with the server itself. */
function tunnel(by: RequestOptions, url: URL, { ca, rejectUnauthorized, signal }: WebRequest) {
  return (_: unknown, done: Connected): undefined => {
    const failed = (error: Error) => done(error, undefined as unknown as Socket)
    const server = `${url.hostname}:${url.port || 443}`
    const asking = requestHttp({ ...by, method: 'CONNECT', path: server, headers: { host: server }, ...(signal && { signal }) })
    asking.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) {
        const servername = isIP(url.hostname) === 0 ? url.hostname : ''
        done(
          null,
          connectTls({ socket, servername, ...(ca && { ca }), ...(rejectUnauthorized === false && { rejectUnauthorized }) }),
        )
      } else {
        socket.destroy()
        failed(new Error(`its proxy answers ${statusCode}`))
      }
    })
    asking.once('error', failed)
    asking.end()
  }
}
