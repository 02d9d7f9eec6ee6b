import type { IncomingHttpHeaders } from 'node:http'

export interface HttpRequest {
  method: 'GET' | 'HEAD'
  headers?: Record<string, string>
  /** Ends the request, and the reading of its answer. */
  signal?: AbortSignal
}

/** What a server answered; its body is read on demand. */
export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: AsyncIterable<Uint8Array>
  /** Ends the connection, whatever has been read. */
  close(): void
}

/** Asks another server over HTTP, redirects followed. Throws where it cannot be reached in time, or may not be. */
export type HttpFetch = (url: string, request: HttpRequest) => Promise<HttpAnswer>

/** Whom a connection over https trusts. */
export interface WebTrust {
  /** Authorities in PEM, in place of the system's. */
  ca?: string
  /** False: any certificate will do. */
  rejectUnauthorized?: boolean
}

/** By scheme, the `host:port` of the proxy that its requests go through. */
export type Proxies = Readonly<Record<string, string>>

/** Makes a way to ask web servers that never reaches where the operator does not let clients' addresses reach. */
export type WebConnector = (options: { timeoutMs: number; tls: WebTrust; proxies?: Proxies }) => HttpFetch
