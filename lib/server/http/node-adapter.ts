import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { ByteSource } from '../stores/byte-store'
import { attachIncoming } from './body'
import { borrowBuffer, returnBuffer } from './buffer-pool'
import { byteSourceOf } from './byte-response'

/** The web `Request` of a Node request, without its body: that stays a Node stream (`bodyStream`). */
export function toRequest(message: IncomingMessage, answer: ServerResponse, expectsContinue: boolean): Request {
  const headers = new Headers()
  for (let i = 0; i < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i] as string, message.rawHeaders[i + 1] as string)
  }
  const scheme = 'encrypted' in message.socket ? 'https' : 'http'
  const url = new URL(message.url ?? '/', `${scheme}://${message.headers.host || 'localhost'}`)
  const request = new Request(url, { method: spokenMethod(message.method), headers })
  if (expectsContinue) held.add(answer)
  attachIncoming(request, {
    message,
    sendContinue() {
      if (held.delete(answer)) answer.writeContinue()
    },
    signal: () => clientGone(answer),
  })
  return request
}

/** Web standards have no word for `TRACE`: who asks by it is only refused, by the method of the Node request. */
const spokenMethod = (method = 'GET') => (method === 'TRACE' ? 'GET' : method)

/** Answers to clients that wait for `100 Continue` and have sent nothing yet. */
const held = new WeakSet<ServerResponse>()

const controllers = new WeakMap<ServerResponse, AbortController>()

function clientGone(answer: ServerResponse): AbortSignal {
  const known = controllers.get(answer)
  if (known) return known.signal
  const controller = new AbortController()
  controllers.set(answer, controller)
  const check = () => {
    if (!answer.writableFinished) controller.abort(new Error('The client went away'))
  }
  if (answer.closed) check()
  else answer.once('close', check)
  return controller.signal
}

/** Writes a web `Response`. Resolves when it is written, or when the client has gone. */
export async function sendResponse(response: Response, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  answer.statusCode = response.status
  for (const [name, value] of response.headers) answer.appendHeader(name, value)
  const source = byteSourceOf(response)
  if (source) return copyOut(source, answer)
  if (!message.complete) {
    // The rest of an upload that was refused is not wanted: the connection cannot be used again.
    answer.setHeader('connection', 'close')
    if (!held.has(answer)) return sendAndLinger(response, message, answer)
  }
  if (!response.body) return void answer.end()
  if (!isWhole(response)) return pipeline(Readable.fromWeb(response.body as never), answer).catch(() => undefined)
  const body = Buffer.from(await response.arrayBuffer())
  answer.setHeader('content-length', body.length)
  answer.end(body)
}

const lingerMs = 2000

/**
 * Answers a client that is still sending, and goes on reading for a moment: many clients look at the answer only when they have
 * sent everything, and closing at once would take it from them.
 */
async function sendAndLinger(response: Response, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  if (answer.statusCode !== 204) answer.setHeader('content-length', body.length)
  answer.flushHeaders()
  if (body.length > 0) answer.write(body)
  message.resume()
  const gone = new AbortController()
  await Promise.race([
    finished(message).catch(() => undefined),
    delay(lingerMs, undefined, { signal: gone.signal }).catch(() => undefined),
  ])
  gone.abort()
  answer.end()
}

/** Short texts go out in one piece with their length; anything else is streamed. */
function isWhole(response: Response): boolean {
  return /^(application\/json|text\/(plain|html))/.test(response.headers.get('content-type') ?? '')
}

/** Reads the next piece while the one before is on its way, into two buffers that are used again and again. */
async function copyOut(source: ByteSource, answer: ServerResponse): Promise<void> {
  const buffers = [borrowBuffer(), borrowBuffer()]
  const inFlight: Promise<void>[] = [Promise.resolve(), Promise.resolve()]
  try {
    for (let turn = 0; !answer.destroyed; turn = 1 - turn) {
      const buffer = buffers[turn] as Buffer
      await inFlight[turn]
      const size = await source.read(buffer)
      if (size === 0) break
      const written = write(answer, buffer.subarray(0, size))
      // It is awaited a turn later: a slow source must not make it look as if nobody cared.
      written.catch(() => undefined)
      inFlight[turn] = written
    }
    await Promise.all(inFlight)
    answer.end()
    if (!answer.destroyed) await once(answer, 'close').catch(() => undefined)
  } catch {
    // The status line has gone out: only a broken connection still tells the client that bytes are missing.
    answer.destroy()
  } finally {
    await Promise.allSettled(inFlight)
    await source.close()
    for (const buffer of buffers) returnBuffer(buffer)
  }
}

function write(answer: ServerResponse, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    answer.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}
