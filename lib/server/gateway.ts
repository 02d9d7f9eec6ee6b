import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { allowOf } from '@/lib/contract/operations'
import { Problem } from '@/lib/contract/problem'
import { explainClientErrors } from './http/client-error'
import { sendCompressed } from './http/compressed-files'
import { createCors } from './http/cors'
import { endpoint, openEndpoint, type Route } from './http/endpoint'
import { openIdentityEndpoint } from './http/identity-endpoint'
import { sendResponse, toRequest } from './http/node-adapter'
import { secureApiAnswer, securePage } from './http/page-security'
import { isSecure, publicBase } from './http/public-url'
import { createRouter, type Match, type Method, methods, type RouteTable } from './http/router'
import { versionList, withoutMinorVersion } from './http/versions'
import { services } from './services'

type PageHandler = (message: IncomingMessage, answer: ServerResponse) => Promise<void>

export interface GatewayOptions {
  routes: RouteTable
  /** Serves everything that is not an API: the dashboard. */
  pages: PageHandler
  /** The first path segments that are the dashboard's. Any other is a version that is not served, unless a browser asks. */
  pageRoots: readonly string[]
}

export interface Gateway {
  server: Server
  /** Takes no new request, lets running ones go on for `graceMs`, then cuts them. */
  stop(graceMs: number): Promise<void>
}

/** The HTTP server: API routes straight from their modules, everything else to the pages. */
export function createGateway({ routes, pages, pageRoots }: GatewayOptions): Gateway {
  // Requests that are cut at the end may fail when the services are gone.
  const { config, log } = services
  const { DEFAULT, vitrine } = config
  const match = createRouter(routes)
  const cors = createCors(config.cors)
  const state: Running = { stopping: false, requests: new Set() }

  const answerWith = (expectsContinue: boolean) => async (message: IncomingMessage, answer: ServerResponse) => {
    try {
      if (state.stopping) return refuse(answer)
      const running = serve(message, answer, expectsContinue)
      state.requests.add(running)
      await running.finally(() => state.requests.delete(running))
    } catch (error) {
      log.error({ err: error }, 'a request failed outside its gate')
      if (answer.headersSent) answer.destroy()
      else answer.writeHead(error instanceof TypeError ? 400 : 500, { connection: 'close' }).end()
    }
  }

  function isPage(message: IncomingMessage, path: string): boolean {
    return pageRoots.includes(path.split('/')[1] ?? '') || (message.headers.accept ?? '').includes('text/html')
  }

  async function serve(message: IncomingMessage, answer: ServerResponse, expectsContinue: boolean) {
    const path = withoutIdentitySlash(withoutMinorVersion(pathOf(message), message.headers.accept))
    const route = routeOf(match(path), path, message) ?? (isPage(message, path) ? undefined : unknownVersion)
    if (!route) {
      if (expectsContinue) answer.writeContinue()
      const base = describeClientUrl(message)
      securePage(message, answer, { secure: base.protocol === 'https:', development: config.development })
      if (!config.development && (await sendCompressed(message, answer, path))) return
      return pages(message, answer)
    }
    const request = toRequest(message, answer, expectsContinue)
    const fromOtherOrigins = path === '/' || path === '/versions' || path.startsWith('/v2/')
    const response = (fromOtherOrigins && cors.preflight(request)) || (await route.run(request, route.params, route.path))
    if (fromOtherOrigins && request.method !== 'OPTIONS') cors.expose(request, response)
    secureApiAnswer(response, answer, { secure: isSecure(request), own: path.startsWith('/api/') })
    await sendResponse(response, message, answer)
  }

  const server = createServer({
    // An upload may last for hours; slow clients are stopped by the header and idle time-outs instead.
    requestTimeout: 0,
    headersTimeout: vitrine.headers_timeout * 1000,
    connectionsCheckingInterval: Math.min(vitrine.headers_timeout * 500, 5000),
    keepAliveTimeout: 75_000,
    maxHeaderSize: DEFAULT.max_header_line,
  })
  server.timeout = DEFAULT.client_socket_timeout * 1000
  server.on('request', answerWith(false))
  server.on('checkContinue', answerWith(true))
  explainClientErrors(server)
  return { server, stop: (graceMs) => stop(server, state, graceMs) }
}

function pathOf(message: IncomingMessage): string {
  const url = message.url ?? '/'
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

/** Keystone's clients ask for `/identity/` and `/identity/v3/` as well. */
function withoutIdentitySlash(path: string): string {
  return path.startsWith('/identity/') ? path.replace(/\/+$/, '') : path
}

interface Chosen {
  run: Route
  params: Match['params']
  /** As the table writes it; undefined where there is nothing. */
  path?: string
}

/** Paths where the API has nothing to read, and the dashboard has a page. */
const alsoPages: ReadonlySet<string> = new Set(['/uploads'])

/** The route of a request; undefined leaves it to the pages. */
function routeOf(found: Match | undefined, path: string, message: IncomingMessage): Chosen | undefined {
  const [first = ''] = path.slice(1).split('/')
  if (alsoPages.has(path) && (message.method === 'GET' || message.method === 'HEAD')) return undefined
  const method = message.method as Method
  if (found) return { run: methodOf(found, method, first), params: found.params, path: found.path }
  if (path === '/v2') return { run: redirectToV2, params: {} }
  if (first === 'v2') return { run: method === 'OPTIONS' ? options : endpoint({ bytes: true }, nothingFor(method)), params: {} }
  if (/^v\d/.test(first)) return unknownVersion
  if (first === 'identity') return { run: nothingInIdentity, params: {} }
  const belongsToApi = (first === 'api' && !path.startsWith('/api/auth/')) || first === 'uploads'
  return belongsToApi ? { run: nothingHere, params: {} } : undefined
}

function methodOf({ path, module }: Match, method: Method, first: string): Route {
  const run = module[method]
  if (run) return run
  if (method === 'OPTIONS') return options
  const allow = first === 'v2' ? allowOf(path) : methods.filter((name) => name in module).join(', ')
  const refusal = allow === null ? nothingFor(method) : notAllowed(method, allow)
  if (first === 'identity') return openIdentityEndpoint({ bytes: true }, refusal)
  return first === 'healthcheck' ? openEndpoint({ bytes: true }, refusal) : endpoint({ bytes: true }, refusal)
}

const notAllowed = (method: string, allow: string) => () => {
  throw new Problem('methodNotAllowed', `The method ${method} is not allowed for this resource.`, { headers: { allow } })
}

/** Where a path knows nothing of a method, one that no path knows is told from the others. */
const nothingFor = (method: Method) => () => {
  if (methods.includes(method)) return notFound()
  throw new Problem('notImplemented', `The method ${method} is not implemented here.`)
}

const options: Route = async () => new Response(null, { status: 200 })

const unknownVersion: Chosen = { run: versionList(300), params: {} }
const notFound = () => {
  throw new Problem('notFound', 'The resource could not be found.')
}
const nothingHere = openEndpoint({ bytes: true }, notFound)
const nothingInIdentity = openIdentityEndpoint({ bytes: true }, notFound)
const redirectToV2: Route = async (request) =>
  new Response(null, { status: 302, headers: { location: `${publicBase(request)}/v2/` } })

/** Tells the dashboard's code which URL the client used; what the client itself forwards is only trusted if configured. */
function describeClientUrl(message: IncomingMessage): URL {
  const base = new URL(
    publicBase(new Request(`http://${message.headers.host || 'localhost'}`, { headers: plainHeaders(message) })),
  )
  message.headers['x-forwarded-proto'] = base.protocol.slice(0, -1)
  message.headers['x-forwarded-host'] = base.host
  return base
}

function plainHeaders(message: IncomingMessage): [string, string][] {
  return ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-prefix'].flatMap((name) => {
    const value = message.headers[name]
    return typeof value === 'string' ? [[name, value] as [string, string]] : []
  })
}

function refuse(answer: ServerResponse) {
  answer.writeHead(503, { connection: 'close', 'retry-after': '5' }).end()
}

interface Running {
  stopping: boolean
  /** What handlers are still at, also after their client has gone. */
  requests: Set<Promise<void>>
}

async function stop(server: Server, state: Running, graceMs: number): Promise<void> {
  state.stopping = true
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that becomes idle later carries no new request either.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
  // A transfer that was cut has yet to put its image right.
  await Promise.race([Promise.allSettled(state.requests), delay(graceMs + 2000, undefined, { ref: false })])
}
