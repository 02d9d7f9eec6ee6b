import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { Problem } from '@/lib/contract/problem'
import type { HttpAnswer, HttpFetch } from './http-fetch'

export interface HttpConnectorOptions {
  /** How long a server may be silent. */
  timeoutMs: number
  /** The authorities to trust, as PEM; undefined for the system's. */
  authorities?: string | undefined
  /** False: any certificate will do. */
  verify: boolean
}

const redirects = [301, 302, 303, 307, 308]
const mostRedirects = 5

/** Asks servers over Node's own HTTP client. Only http and https, redirects included. */
export function createHttpConnector({ timeoutMs, authorities, verify }: HttpConnectorOptions): HttpFetch {
  const http = new HttpAgent()
  const https = new HttpsAgent({ rejectUnauthorized: verify, ...(authorities !== undefined && { ca: authorities }) })

  return async function fetch(url, { method, headers = {} }): Promise<HttpAnswer> {
    for (let at = new URL(url), hops = 0; hops <= mostRedirects; hops++) {
      if (at.protocol !== 'http:' && at.protocol !== 'https:')
        throw new Problem('storeUnavailable', 'The server of the image data redirects to what is not http.')
      const secure = at.protocol === 'https:'
      const asked = (secure ? requestHttps : requestHttp)(at, { method, headers, agent: secure ? https : http })
      const message = await answered(asked, timeoutMs)
      const { location } = message.headers
      if (!redirects.includes(message.statusCode ?? 0) || location === undefined) return toAnswer(message)
      message.destroy()
      at = new URL(location, at)
    }
    throw new Problem('storeUnavailable', 'The server of the image data redirects too often.')
  }
}

function answered(request: ReturnType<typeof requestHttp>, timeoutMs: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.setTimeout(timeoutMs, () => request.destroy(new Error(`the server was silent for ${timeoutMs} ms`)))
    request.on('response', resolve).on('error', reject).end()
  })
}

function toAnswer(message: IncomingMessage): HttpAnswer {
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: message,
    close: () => void message.destroy(),
  }
}
