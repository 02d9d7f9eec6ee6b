import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import type { SignInFailure } from '@/lib/contract/session'
import { answer, Unreachable } from './api'

/** What a run of the checks has brought until now. */
export interface Diagnosis {
  results: readonly CheckResult[]
  verdict: Verdict | null
}

interface Asked {
  /** The image that somebody misses. */
  imageId?: string | undefined
  /** Why the sign-in before was refused. */
  signIn?: SignInFailure | undefined
  signal: AbortSignal
}

/** Runs the server's checks, and gives out what is known so far each time that one is done. Throws what `api` throws. */
export async function* diagnose({ imageId, signIn, signal }: Asked): AsyncGenerator<Diagnosis> {
  const query = new URLSearchParams({ ...(imageId && { image: imageId }), ...(signIn && { sign_in: signIn }) })
  const response = await answer(`/api/diagnostics?${query}`, {
    headers: { accept: 'application/x-ndjson, application/json' },
    signal,
  })
  let diagnosis: Diagnosis = { results: [clockOf(response.headers.get('date'))].filter((found) => found !== null), verdict: null }
  for await (const line of linesOf(response)) {
    const item = JSON.parse(line) as CheckResult | Verdict
    diagnosis =
      'sentence' in item
        ? { ...diagnosis, verdict: withClock(item, diagnosis.results) }
        : { ...diagnosis, results: [...diagnosis.results, item] }
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
const fatalMs = 300_000

/** How this computer's clock stands to the server's, which no server can tell. Null where a proxy hides the server's. */
export function clockOf(date: string | null, now = Date.now()): CheckResult | null {
  const server = Date.parse(date ?? '')
  if (Number.isNaN(server)) return null
  const apartSeconds = Math.round((now - server) / 1000)
  const apartMs = Math.abs(now - server)
  const evidence = [{ label: 'this computer, against the server', value: `${apartSeconds > 0 ? '+' : ''}${apartSeconds} s` }]
  const common = { name: 'browserClock', evidence, milliseconds: 0 }
  if (apartMs < suspiciousMs)
    return { ...common, status: 'pass', summary: 'The clock of this computer agrees with the server’s.' }
  const status = apartMs < fatalMs ? 'warn' : 'fail'
  return { ...common, status, cause: 'browserClockSkew', summary: 'The clock of this computer differs from the server’s.' }
}

/** The server's verdict, unless nothing is worse than the clock of this computer. */
function withClock(verdict: Verdict, results: readonly CheckResult[]): Verdict {
  const clock = results.find(({ cause }) => cause === 'browserClockSkew')
  const worse = results.some((result) => result !== clock && result.status === 'fail')
  if (!clock || worse || (clock.status === 'warn' && verdict.cause !== null)) return verdict
  return { cause: 'browserClockSkew', sentence: clock.summary, who: 'you', certainty: 'certain' }
}
