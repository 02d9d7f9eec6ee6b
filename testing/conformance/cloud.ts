import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import type { Surroundings } from './surroundings'

/** Who asks. `unscoped` has a valid token that is good for no project. */
export const callers = ['member', 'reader', 'stranger', 'admin', 'unscoped'] as const
export type CallerName = (typeof callers)[number]

/** A server to be tried: where it is, a token of each caller, and the project of the stranger. */
export interface Cloud {
  url: string
  tokens: Readonly<Record<CallerName, string>>
  strangersProject: string
  /** What a server of our own has around it. */
  around?: Surroundings
}

/** One request. An object or array as body goes as JSON. */
export interface Attempt {
  /** The member, unless somebody else is named; null is nobody. */
  as?: CallerName | null
  /** What is added to the path, with its question mark. */
  query?: string
  headers?: Record<string, string>
  body?: unknown
}

/** What a request needs to find; the arrangements speak as administrator where that is simplest. */
export interface World {
  cloud: Cloud
  send(method: string, path: string, attempt?: Attempt): Promise<Response>
  /** The JSON of an answer; throws unless the request succeeds. */
  make<T>(method: string, path: string, attempt?: Attempt): Promise<T>
}

export function enter(cloud: Cloud): World {
  const send: World['send'] = (method, path, { as = 'member', query = '', headers, body } = {}) => {
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
    const sent = (raw ? body : JSON.stringify(body)) as RequestInit['body']
    const url = cloud.url + path + query
    const named = { ...(as && { 'x-auth-token': cloud.tokens[as] }), ...headers }
    if (method === 'GET' && typeof sent === 'string') return getWithBody(url, named, sent)
    const streamed = body instanceof ReadableStream && { duplex: 'half' }
    return fetch(url, { method, redirect: 'manual', headers: named, ...(sent !== undefined && { body: sent }), ...streamed })
  }
  return {
    cloud,
    send,
    async make(method, path, attempt) {
      const answer = await send(method, path, attempt)
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
  }
}

/** `fetch` refuses to do this. */
async function getWithBody(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  const { request } = url.startsWith('https:') ? https : http
  const asked = request(url, { method: 'GET', headers: { ...headers, 'content-length': Buffer.byteLength(body) } })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return new Response(await text(answer), { status: answer.statusCode ?? 0 })
}
