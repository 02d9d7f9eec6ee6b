import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { performance } from 'node:perf_hooks'
import type { SecureContextOptions } from 'node:tls'
import { type ConnectionFailure, connectionFailureOf, connectionFailureTexts } from '../connection-failure'

/** Why there was no answer. */
export type ProbeFailure = ConnectionFailure | 'cut' | 'badUrl'

/** A question that got no answer. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError'

  constructor(
    readonly failure: ProbeFailure,
    readonly url: string,
    cause?: unknown,
  ) {
    super(`${failureTexts[failure]} (${addressOf(url)})`, { cause })
  }
}

export interface Reply {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  /** The body's first part. */
  text: string
  milliseconds: number
  /** How far the other clock is ahead of ours; null where the answer does not say. */
  clockOffsetMs: number | null
}

export interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string
  timeoutMs?: number
}

/** Asks once, on a connection of its own, and follows no redirect. Throws ProbeError. */
export type Probe = (url: string, question?: Question) => Promise<Reply>

export interface ProbeSettings {
  signal: AbortSignal
  /** Authorities, certificate and key; the system's authorities where there are none. */
  tls?: TlsSettings
}

export type TlsSettings = Pick<SecureContextOptions, 'ca' | 'cert' | 'key'> & { rejectUnauthorized?: boolean }

/** How the questions of the diagnostics name themselves: what they try out and see refused is nobody's trouble. */
export const diagnosticsAgent = 'vitrine-diagnostics'

const timeoutMs = 4000
const longestBody = 256 * 1024

export function createProbe({ signal, tls = {} }: ProbeSettings): Probe {
  return async (url, question = {}) => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new ProbeError('badUrl', url)
    const began = performance.now()
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(question.timeoutMs ?? timeoutMs)])
    try {
      const { message, text } = await send(url, question, { ...tls, signal: bounded })
      const milliseconds = performance.now() - began
      const { statusCode = 0 } = message
      const headers = joined(message.headers)
      return { status: statusCode, headers, text, milliseconds, clockOffsetMs: clockOffset(headers.date, milliseconds) }
    } catch (cause) {
      throw new ProbeError(connectionFailureOf(cause) ?? 'cut', url, cause)
    }
  }
}

type Connection = TlsSettings & { signal: AbortSignal }

function send(url: string, { method = 'GET', headers, body }: Question, connection: Connection) {
  return new Promise<{ message: IncomingMessage; text: string }>((resolve, reject) => {
    const options = {
      method,
      headers: { accept: 'application/json', 'user-agent': diagnosticsAgent, ...headers },
      agent: false as const,
      ...connection,
    }
    const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, options, (message) => {
      readStart(message)
        .then((text) => resolve({ message, text }), reject)
        .finally(() => request.destroy())
    })
    request.on('error', reject)
    // Whoever announces a body waits for leave to send it, and never does.
    if (headers?.expect) request.flushHeaders()
    else request.end(body)
  })
}

async function readStart(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > longestBody) break
  }
  return Buffer.concat(chunks).subarray(0, longestBody).toString('utf8')
}

function joined(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))
}

function clockOffset(date: string | undefined, milliseconds: number): number | null {
  const theirs = date === undefined ? Number.NaN : Date.parse(date)
  // The header cuts off the second's fraction: on average half of it.
  return Number.isNaN(theirs) ? null : theirs + 500 - (Date.now() - milliseconds / 2)
}

const failureTexts: Record<ProbeFailure, string> = {
  ...connectionFailureTexts,
  cut: 'the connection was cut without an answer',
  badUrl: 'this is not an http or https URL',
}

/** Without user, password, path and query. */
function addressOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'unreadable URL'
}
