import { promises as dns, type LookupAddress } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isProblem, Problem } from '@/lib/contract/problem'
import { connectionFailureOf, connectionFailureTexts } from '../connection-failure'
import type { HttpAnswer, HttpFetch, HttpRequest, Proxies, WebTrust } from '../stores/http-fetch'
import type { UriFilter } from './uri-filter'
import { requestThrough } from './web-proxy'

export interface SafeFetchOptions {
  filter: UriFilter
  /** How names become addresses; the system's way unless given. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>
  /** How long a server may take to begin its answer, and then between two pieces of it. */
  timeoutMs?: number
  /** Whom to trust over https; the system's authorities unless given. */
  tls?: WebTrust
  /** Requests of these schemes go through a proxy, whose business it is then which addresses can be reached. */
  proxies?: Proxies
}

const maxRedirects = 5
const redirects = [301, 302, 303, 307, 308]
/** What must not follow a redirect to somebody else. */
const secretHeaders = ['x-auth-token', 'authorization', 'cookie']

/**
 * Fetches what clients name, and only where the filter lets it: every redirect is checked like the first address, and the
 * connection goes to the very address that was checked, so that a name which changes between check and use gains nothing.
 * Bodies come as they are sent, never decoded. Throws `badRequest` for what may not be fetched, else `storeUnavailable`.
 */
export function createSafeFetch({
  filter,
  resolve = resolveAll,
  timeoutMs = 60_000,
  tls = {},
  proxies = {},
}: SafeFetchOptions): HttpFetch {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname)
      .then((addresses) => permitted(filter, hostname, addresses))
      .then(
        ([first, ...others]) => {
          if (options.all) callback(null, [first, ...others])
          else callback(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      )
  }

  async function follow(uri: string, request: HttpRequest, left: number): Promise<HttpAnswer> {
    const url = filter.check(uri)
    const answer = await ask(url, request, { lookup, timeoutMs, tls, proxies })
    const location = redirects.includes(answer.statusCode ?? 0) ? answer.headers.location : undefined
    if (location === undefined) return readAnswer(url, answer)
    answer.destroy()
    if (left === 0) throw new Problem('storeUnavailable', `${url.host} redirects too often.`)
    if (!URL.canParse(location, url)) throw new Problem('storeUnavailable', `${url.host} redirects to what is no URI.`)
    const target = new URL(location, url)
    // A relative target is written as the address that the client gave; an absolute one is checked as it was sent.
    const next = URL.canParse(location) ? location : target.href
    return follow(next, target.origin === url.origin ? request : withoutSecrets(request), left - 1)
  }

  return (uri, request) => follow(uri, request, maxRedirects)
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return dns.lookup(hostname, { all: true, verbatim: true })
}

/** A name with one forbidden address is refused as a whole: it is no mistake of an honest server. */
function permitted(filter: UriFilter, hostname: string, addresses: LookupAddress[]): [LookupAddress, ...LookupAddress[]] {
  const [first, ...others] = addresses
  if (!first || addresses.some(({ address }) => !filter.permits(hostname, address)))
    throw new Problem('badRequest', `The host ${hostname} does not pass filtering: it has no address of the public internet.`)
  return [first, ...others]
}

interface Connection {
  lookup: LookupFunction
  timeoutMs: number
  tls: WebTrust
  proxies: Proxies
}

function ask(
  url: URL,
  { method, headers, signal }: HttpRequest,
  { lookup, timeoutMs, tls, proxies }: Connection,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const all = { 'user-agent': 'vitrine', ...headers, 'accept-encoding': 'identity' }
    const options = { ...tls, method, headers: all, ...(signal && { signal }) }
    const proxy = proxies[url.protocol.slice(0, -1)]
    const request = proxy ? requestThrough(proxy, url, options) : send(url, { ...options, lookup, agent: false })
    const late = setTimeout(() => request.destroy(new Error('it does not answer in time')), timeoutMs)
    request.setTimeout(timeoutMs, () => request.destroy(new Error('it has fallen silent')))
    request.once('close', () => clearTimeout(late))
    request.on('error', (error) => reject(unreachable(url, error)))
    request.once('response', (answer) => {
      clearTimeout(late)
      resolve(answer)
    })
    request.end()
  })
}

function readAnswer(url: URL, answer: IncomingMessage): HttpAnswer {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    answer.destroy()
    throw new Problem('storeUnavailable', `${url.host} sends its data encoded as ${encoding}, although it was asked not to.`)
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: bodyOf(url, answer),
    close: () => void answer.destroy(),
  }
}

async function* bodyOf(url: URL, answer: IncomingMessage): AsyncIterable<Uint8Array> {
  try {
    yield* answer as AsyncIterable<Buffer>
  } catch (error) {
    throw unreachable(url, error)
  }
}

function unreachable(url: URL, error: unknown): Problem {
  if (isProblem(error)) return error
  const { code, message } = error as NodeJS.ErrnoException
  const failure = connectionFailureOf(error)
  const why = failure ? `${url.host} cannot be fetched from: ${connectionFailureTexts[failure]} (${code}).` : null
  return new Problem('storeUnavailable', why ?? `${url.host} cannot be fetched from: ${code ?? message}.`, { cause: error })
}

function withoutSecrets({ headers = {}, ...rest }: HttpRequest): HttpRequest {
  const kept = Object.entries(headers).filter(([name]) => !secretHeaders.includes(name.toLowerCase()))
  return { ...rest, headers: Object.fromEntries(kept) }
}
