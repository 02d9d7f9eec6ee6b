import { Problem, type ProblemKind, problemKinds } from '@/lib/contract/problem'
import { renewSession } from './session-renewal'

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  contentType?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

const requestIdHeader = 'x-openstack-request-id'
/** A 401 carries no other, as in Glance. */
const ownRequestIdHeader = 'x-vitrine-request-id'

/** One call of the public API with the session's cookie. Throws the same `Problem` that the server threw. */
export async function api<T = void>(path: string, { method = 'GET', body, contentType, signal, ...call }: Call = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...call.headers }
  if (body !== undefined) headers['content-type'] = contentType ?? 'application/json'
  const response = await answer(path, {
    method,
    headers,
    signal: signal ?? null,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The answer whose body is still to be read, as for `api`. */
export async function answer(path: string, init: RequestInit): Promise<Response> {
  const response = await send(path, init)
  if (response.ok) return response
  throw await problemOf(response)
}

/** Asks for the first byte alone, to learn whether the data may be had. Throws what a download would answer. */
export async function assertReadable(path: string): Promise<void> {
  const response = await send(path, { headers: { accept: 'application/json', range: 'bytes=0-0' } })
  // Neither an image without data nor an empty one has a first byte.
  if (response.ok || response.status === 416) return response.body?.cancel()
  throw await problemOf(response)
}

/** A request that finds the session ended is sent once more when the person has signed in again. */
async function send(path: string, init: RequestInit): Promise<Response> {
  const first = await sendOnce(path, init)
  if (first.status !== 401 || !(await renewSession())) return first
  await first.body?.cancel()
  return sendOnce(path, init)
}

async function sendOnce(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = requestIdIn((name) => response.headers.get(name))
  return problemFrom(response.status, await response.text(), requestId)
}

/** The id by which the server knows a request, from the answer's headers as `get` reads them. */
export function requestIdIn(get: (name: string) => string | null | undefined): string | null {
  return get(requestIdHeader) ?? get(ownRequestIdHeader) ?? null
}

/** No answer at all: the connection is down, or the server is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'

  constructor(cause?: unknown) {
    super('No answer', { cause })
  }
}

/** The problem of an error answer, with its request id in `headers`. */
export function problemFrom(status: number, text: string, requestId: string | null): Problem {
  return new Problem(kindOf(status), messageOf(text), { headers: requestId ? { [requestIdHeader]: requestId } : {} })
}

export function requestIdOf(problem: Problem): string | undefined {
  return problem.headers[requestIdHeader]
}

function kindOf(status: number): ProblemKind {
  // tus has a status of its own for "another request holds this upload".
  if (status === 423) return 'conflict'
  const kinds = Object.entries(problemKinds) as [ProblemKind, number][]
  return kinds.find(([, known]) => known === status)?.[0] ?? (status < 500 ? 'badRequest' : 'internal')
}

/** Flat JSON as the Image API sends it, or Keystone's; else the text without tags. */
function messageOf(text: string): string {
  try {
    const body = JSON.parse(text) as { message?: unknown; error?: { message?: unknown } }
    const message = body.message ?? body.error?.message
    if (typeof message === 'string') return message.replace(/<br\s*\/?>/g, ' ').trim()
  } catch {
    // Not JSON: a proxy in between has answered.
  }
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
}
