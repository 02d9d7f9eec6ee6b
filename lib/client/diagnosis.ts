import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { answer, Unreachable } from './api'

/** What a run of the checks has brought until now. */
export interface Diagnosis {
  results: readonly CheckResult[]
  verdict: Verdict | null
}

interface Asked {
  /** The image that somebody misses. */
  imageId?: string | undefined
  signal: AbortSignal
}

/** Runs the server's checks, and gives out what is known so far each time that one is done. Throws what `api` throws. */
export async function* diagnose({ imageId, signal }: Asked): AsyncGenerator<Diagnosis> {
  const query = imageId ? `?${new URLSearchParams({ image: imageId })}` : ''
  const response = await answer(`/api/diagnostics${query}`, {
    headers: { accept: 'application/x-ndjson, application/json' },
    signal,
  })
  let diagnosis: Diagnosis = { results: [clockOf(response.headers.get('date'))].filter((found) => found !== null), verdict: null }
  for await (const line of linesOf(response)) {
    const item = JSON.parse(line) as CheckResult | Verdict
    diagnosis = 'sentence' in item ? { ...diagnosis, verdict: item } : { ...diagnosis, results: [...diagnosis.results, item] }
    yield diagnosis
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let read = await next(reader); read !== undefined; read = await next(reader)) {
    const lines = (rest + read).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
}

/** Undefined at the end. A connection that breaks in the middle is no answer. */
async function next(reader: ReadableStreamDefaultReader<string> | undefined): Promise<string | undefined> {
  try {
    return (await reader?.read())?.value
  } catch (cause) {
    throw new Unreachable(cause)
  }
}

const suspiciousMs = 60_000

/** How this computer's clock stands to the server's, which no server can tell. Null where a proxy hides the server's. */
export function clockOf(date: string | null, now = Date.now()): CheckResult | null {
  const server = Date.parse(date ?? '')
  if (Number.isNaN(server)) return null
  const apartSeconds = Math.round((now - server) / 1000)
  const wrong = Math.abs(now - server) >= suspiciousMs
  return {
    name: 'browserClock',
    status: wrong ? 'warn' : 'pass',
    summary: wrong
      ? 'The clock of this computer differs from the server’s.'
      : 'The clock of this computer agrees with the server’s.',
    evidence: [{ label: 'this computer, against the server', value: `${apartSeconds > 0 ? '+' : ''}${apartSeconds} s` }],
    milliseconds: 0,
  }
}
