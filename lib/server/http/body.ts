import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { Problem } from '@/lib/contract/problem'
import { asInterruption } from '../interruption'

/** What a web `Request` cannot carry: the raw stream, and the client that waits for `100 Continue`. */
interface Incoming {
  message: IncomingMessage
  sendContinue(): void
  /** Fires when the client goes away before the answer is complete. */
  signal(): AbortSignal
}

const incoming = new WeakMap<Request, Incoming>()

export function attachIncoming(request: Request, source: Incoming) {
  incoming.set(request, source)
}

/**
 * The request's body as a Node stream. The first call lets a client that sent `Expect: 100-continue` go on, so call it
 * after every check that can refuse the request.
 */
export function bodyStream(request: Request): Readable {
  const source = incoming.get(request)
  if (source) {
    source.sendContinue()
    return source.message
  }
  return request.body ? Readable.fromWeb(request.body as never) : Readable.from([])
}

/** Fires when the client goes away before the answer is complete. */
export function requestSignal(request: Request): AbortSignal {
  return incoming.get(request)?.signal() ?? request.signal
}

/** The address at the other end of the connection. */
export function peerAddress(request: Request): string {
  return incoming.get(request)?.message.socket.remoteAddress ?? 'unknown'
}

/** Whether the client announced a body. */
export function hasBody(request: Request): boolean {
  const length = request.headers.get('content-length')
  return request.headers.has('transfer-encoding') || request.body !== null || (length !== null && length !== '0')
}

/** The body as text, at most `limit` bytes (413 beyond). */
export async function readText(request: Request, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of bodyStream(request) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw new Problem('tooLarge', `The request body is larger than ${limit} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    throw asInterruption(error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new Problem('badRequest', 'The request body is not valid UTF-8', { cause })
  }
}

/** The body as JSON: an object or an array; anything else is a `badRequest`. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!hasBody(request)) throw new Problem('badRequest', 'A request body in JSON is expected')
  const text = await readText(request, limit)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Problem('badRequest', `The request body is not valid JSON: ${(cause as Error).message}`, { cause })
  }
  if (typeof value !== 'object' || value === null)
    throw new Problem('badRequest', 'The request body must be a JSON object or array')
  assertPlain(value)
  return value
}

const deepest = 64

/** Refuses what no schema can look into: nesting without end, and the one name that JavaScript does not keep as a name. */
function assertPlain(value: unknown, depth = 0) {
  if (typeof value !== 'object' || value === null) return
  if (depth === deepest) throw new Problem('badRequest', `The request body is nested deeper than ${deepest} levels`)
  if (Object.hasOwn(value, '__proto__')) throw new Problem('badRequest', 'The name __proto__ cannot be kept')
  for (const part of Object.values(value)) assertPlain(part, depth + 1)
}
