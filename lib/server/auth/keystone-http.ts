import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import { identityFailure } from './identity-failure'

export interface KeystoneRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  /** Goes as JSON. */
  body?: unknown
}

export interface KeystoneAnswer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

/** Asks Keystone. Throws `identityUnavailable` (`identityUnreachable`) where no answer comes. */
export type KeystoneHttp = (request: KeystoneRequest) => Promise<KeystoneAnswer>

export interface KeystoneHttpOptions {
  tls: { ca?: Buffer; cert?: Buffer; key?: Buffer; rejectUnauthorized?: boolean }
  connectTimeoutMs: number
  /** How long Keystone may think. */
  answerTimeoutMs: number
  retries: number
}

/** No try begins later than this after the first: whoever waits must learn soon. */
const retryWithinMs = 5000
const firstPauseMs = 100
const longestAnswer = 4 * 1024 * 1024

/** Speaks HTTP with Keystone over kept connections, with short time-outs and few retries. */
export function createKeystoneHttp({ tls, retries, ...timeouts }: KeystoneHttpOptions): KeystoneHttp {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true, ...tls }) }

  function send(asked: KeystoneRequest): Promise<KeystoneAnswer> {
    const url = new URL(asked.url)
    const secure = url.protocol === 'https:'
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body)
    const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const headers = { accept: 'application/json', 'user-agent': 'vitrine', ...length, ...asked.headers }
    return new Promise((resolve, reject) => {
      const options = { method: asked.method, headers, agent: secure ? agents['https:'] : agents['http:'] }
      const request = (secure ? requestHttps : requestHttp)(url, options)
      const timing = watch(request, { secure, ...timeouts })
      request.on('error', (error) => reject(new Unanswered(error, timing.connected() && !request.reusedSocket)))
      request.once('response', (answer) => {
        readBody(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
          (error: Error) => reject(new Unanswered(error, true)),
        )
      })
      request.once('close', timing.stop)
      request.end(body)
    })
  }

  return async (asked) => {
    const begun = Date.now()
    const mayRetry = (tried: number) => tried < retries && Date.now() - begun < retryWithinMs
    for (let tried = 0; ; tried += 1) {
      const answer = await send(asked).catch((error: Unanswered) => error)
      const again =
        answer instanceof Unanswered ? !answer.sent || asked.method === 'GET' : asked.method === 'GET' && answer.status >= 500
      if (again && mayRetry(tried)) {
        await delay(firstPauseMs * 2 ** tried)
        continue
      }
      if (!(answer instanceof Unanswered)) return answer
      throw identityFailure('identityUnreachable', `Keystone cannot be reached at ${asked.url}: ${answer.message}`, answer.cause)
    }
  }
}

/** No answer came. `sent`: Keystone may have seen the request all the same. */
class Unanswered extends Error {
  constructor(
    cause: Error,
    readonly sent: boolean,
  ) {
    const code = (cause as NodeJS.ErrnoException).code
    super(cause.message || code || 'no connection', { cause })
  }
}

interface Watch extends Pick<KeystoneHttpOptions, 'connectTimeoutMs' | 'answerTimeoutMs'> {
  secure: boolean
}

/** Ends a request that does not connect, or is not answered, in time. */
function watch(request: ClientRequest, { secure, connectTimeoutMs, answerTimeoutMs }: Watch) {
  let connected = false
  let timer: NodeJS.Timeout | undefined
  const allow = (timeoutMs: number, what: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => request.destroy(new Error(`no ${what} within ${timeoutMs / 1000} s`)), timeoutMs)
  }
  const begin = () => {
    connected = true
    allow(answerTimeoutMs, 'answer')
  }
  request.once('socket', (socket) => {
    if (request.reusedSocket) return begin()
    allow(connectTimeoutMs, 'connection')
    socket.once(secure ? 'secureConnect' : 'connect', begin)
  })
  return { connected: () => connected, stop: () => clearTimeout(timer) }
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestAnswer) throw new Error('its answer is longer than any of Keystone’s')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
