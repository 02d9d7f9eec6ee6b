import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Cause, CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { Problem } from '@/lib/contract/problem'
import { allChecks } from './all-checks'
import { type Audience, checksFor, toldTo } from './audience'
import { callerContext } from './caller-context'
import { cacheCheck } from './checks/cache-check'
import { identityEndpointCheck } from './checks/identity-endpoint-check'
import { keystoneCheck } from './checks/keystone-check'
import { serviceAccountCheck } from './checks/service-account-check'
import { validationCheck } from './checks/validation-check'
import { rememberedLogIn } from './remembered-log-in'
import { runChecks } from './run-checks'
import { fingerprint } from './secrets'
import { type Asked, createServerSubject, type ServerParts } from './server-subject'
import type { Subject } from './subject'
import { verdict } from './verdict'

export interface Diagnostics {
  /** Runs the checks for the caller: each result when it is there, the verdict last. Throws `tooManyRequests`. */
  examine(asked: Asked): Promise<AsyncIterable<CheckResult | Verdict>>
  /** What keeps the service itself from checking tokens, as far as that shows before anybody signs in; null where nothing does. */
  ownFault(): Promise<OwnFault | null>
}

type OwnFault = Pick<Verdict, 'fix'> & { cause: Cause }

const runsAtOnce = 4
const runsPerMinute = 12
const runsPerMinuteOfAll = 60

/** A run asks Keystone and the endpoint some dozens of times: one for each caller at a time, and few for all together. */
export function createDiagnostics(parts: ServerParts): Diagnostics {
  const running = new Map<string, Asked>()
  const limits = [
    { limiter: new RateLimiterMemory({ points: runsPerMinute, duration: 60 }), key: (caller: string) => caller },
    { limiter: new RateLimiterMemory({ points: runsPerMinuteOfAll, duration: 60 }), key: () => 'all' },
  ]
  const logIn = rememberedLogIn(() => parts.serviceAccount().logIn.state === 'serviceAccountRefused')

  return {
    async examine(asked) {
      const caller = asked.signIn.kind === 'token' ? fingerprint(asked.signIn.token) : asked.address
      if (running.has(caller) || running.size >= runsAtOnce) throw busy(5)
      running.set(caller, asked)
      const end = () => {
        if (running.get(caller) === asked) running.delete(caller)
      }
      try {
        for (const { limiter, key } of limits) await limiter.consume(key(caller)).catch(tooOften)
      } catch (error) {
        end()
        throw error
      }
      // A client that goes at once never begins to read.
      asked.signal.addEventListener('abort', end)
      return endingWith(run(createServerSubject(parts, asked, logIn), asked), end)
    },

    async ownFault() {
      if (!parts.config.keystone_authtoken.auth_url) return null
      const results: CheckResult[] = []
      for await (const result of runChecks(checksOfStart, createServerSubject(parts, nobody(), logIn))) results.push(result)
      const { cause, fix } = verdict(results)
      return cause && { cause, ...(fix && { fix }) }
    },
  }
}

/** What can be known without anybody's token. */
const checksOfStart = [keystoneCheck, serviceAccountCheck, identityEndpointCheck, validationCheck, cacheCheck]

function nobody(): Asked {
  const browser = { seen: 'http', forwarded: undefined, cookie: 'none' } as const
  return { signIn: { kind: 'none' }, address: '', base: '', browser, signal: AbortSignal.timeout(60_000) }
}

function tooOften({ msBeforeNext }: { msBeforeNext: number }): never {
  throw busy(Math.ceil(msBeforeNext / 1000))
}

function busy(seconds: number): Problem {
  const message = 'The checks are running already, or ran too often. Try again in a moment.'
  return new Problem('tooManyRequests', message, { headers: { 'retry-after': String(seconds) } })
}

async function* endingWith<T>(items: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
  try {
    yield* items
  } finally {
    end()
  }
}

async function* run(subject: Subject, { base }: Asked): AsyncGenerator<CheckResult | Verdict> {
  const audience = await audienceOf(subject)
  const checks = checksFor(audience, allChecks)
  const about = new Map(checks.map((check) => [check.name, check.about]))
  const hidden = [subject.own, subject.keystone].map((url) => new URL(url).origin).filter((origin) => origin !== base)
  const found: CheckResult[] = []
  const told: CheckResult[] = []
  for await (const result of runChecks(checks, subject)) {
    found.push(result)
    const fit = toldTo(audience, result, about.get(result.name) ?? 'service', hidden)
    told.push(fit)
    yield fit
  }
  yield verdict(told, found)
}

/** By what Keystone itself says of the token, so that it can be told while the service cannot check tokens. */
async function audienceOf(subject: Subject): Promise<Audience> {
  const caller = await subject.facts.caller().catch(() => null)
  if (!caller) return 'anyone'
  return callerContext(caller, subject).isAdmin ? 'administrator' : 'person'
}
