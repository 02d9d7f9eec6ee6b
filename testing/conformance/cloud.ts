/** Who asks. `unscoped` has a valid token that is good for no project. */
export const callers = ['member', 'reader', 'stranger', 'admin', 'unscoped'] as const
export type CallerName = (typeof callers)[number]

/** A server to be tried: where it is, a token of each caller, and the project of the stranger. */
export interface Cloud {
  url: string
  tokens: Readonly<Record<CallerName, string>>
  strangersProject: string
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
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    return fetch(cloud.url + path + query, {
      method,
      redirect: 'manual',
      headers: { ...(as && { 'x-auth-token': cloud.tokens[as] }), ...headers },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    })
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
