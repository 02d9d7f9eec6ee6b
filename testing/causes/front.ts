import { createServer, type IncomingMessage, type RequestListener, request, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import type { Certificate } from './certificates'

/** What stands before a service, on a port of its own. */
export interface Front {
  url: string
  stop(): Promise<void>
}

/** Passes every request on, each to the next of the addresses. */
export function passOn(
  targets: readonly string[],
  changed: (request: IncomingMessage) => void = () => undefined,
): RequestListener {
  let turn = 0
  return (incoming, answer) => {
    const target = targets[turn % targets.length] as string
    turn += 1
    changed(incoming)
    forward(target, incoming, answer)
  }
}

function forward(target: string, incoming: IncomingMessage, answer: ServerResponse) {
  const { method, headers, url } = incoming
  const onward = request(`${target}${url}`, { method, headers, agent: false }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(answer)
  })
  onward.on('error', () => answer.headersSent || noBackend(incoming, answer))
  incoming.pipe(onward)
}

/** What a load balancer says for services that are away. */
export function noBackend(_: IncomingMessage, answer: ServerResponse) {
  answer.writeHead(503, { 'content-type': 'text/html', server: 'balancer' })
  answer.end('<html><body><h1>503 Service Unavailable</h1>No server is available to handle this request.</body></html>')
}

/** What a web server of files says. */
export function webSite(_: IncomingMessage, answer: ServerResponse) {
  answer.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>It works!</body></html>')
}

/** Refuses, as proxies do, what is longer than their buffers. */
export function limitHeaders(bytes: number, next: RequestListener): RequestListener {
  return (incoming, answer) => {
    if (incoming.rawHeaders.join('').length <= bytes) return next(incoming, answer)
    answer.writeHead(400, { 'content-type': 'text/html', server: 'nginx' }).end('400 Request Header Or Cookie Too Large')
  }
}

/** Refuses bodies by their announced length. */
export function limitBody(bytes: number, next: RequestListener): RequestListener {
  return (incoming, answer) => {
    if (Number(incoming.headers['content-length'] ?? 0) <= bytes) return next(incoming, answer)
    answer.writeHead(413, { 'content-type': 'text/html', server: 'nginx', connection: 'close' })
    answer.end('413 Request Entity Too Large')
  }
}

/** Waits for the whole of a body before it passes a request on, as nginx does unless told otherwise; nobody here sends one. */
export function awaitBody(next: RequestListener): RequestListener {
  return (incoming, answer) => {
    if (Number(incoming.headers['content-length'] ?? 0) === 0) return next(incoming, answer)
    answer.writeContinue()
    incoming.resume()
  }
}

export async function startFront(listener: RequestListener, certificate?: Certificate): Promise<Front> {
  const options = { maxHeaderSize: 65536 }
  const server = certificate ? createTlsServer({ ...certificate, ...options }, listener) : createServer(options, listener)
  server.on('checkContinue', listener)
  const port = await listening(server)
  return { url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`, stop: () => closed(server) }
}

/** Takes connections and never says a word, as behind a firewall that swallows packets. */
export async function startSilence(): Promise<Front> {
  const server = createTcpServer((socket) => void socket.on('error', () => socket.destroy()).resume())
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close()
    },
  }
}

async function listening(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
