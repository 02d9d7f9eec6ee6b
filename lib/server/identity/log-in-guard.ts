import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import { createTurns } from '../turns'

/** Whose secret is tried, and from where. */
export interface Attempt {
  /** The account as the log-in names it, whether it exists or not. */
  account: string
  address: string
}

export type LogInGuard = ReturnType<typeof createLogInGuard>

/** Many people may share an address, such as that of the dashboard or of a proxy. */
const accountsPerAddress = 10

/** Counts failed log-ins by account and by address, and refuses more for a while where there were too many. */
export function createLogInGuard(settings: Settings['security_compliance']) {
  const { lockout_failure_attempts: attempts, lockout_duration: duration } = settings
  const limiters = [
    { limiter: new RateLimiterMemory({ duration, points: attempts }), key: ({ account }: Attempt) => account },
    {
      limiter: new RateLimiterMemory({ duration, points: attempts * accountsPerAddress }),
      key: ({ address }: Attempt) => address,
    },
  ]
  // One at a time: guesses that arrive together must not all be tried before the first one counts.
  const inTurn = createTurns(1)

  async function assertOpen(attempt: Attempt) {
    const waits = limiters.map(async ({ limiter, key }) => {
      const found = await limiter.get(key(attempt))
      return found && found.consumedPoints >= limiter.points ? found.msBeforeNext : 0
    })
    const seconds = Math.ceil(Math.max(...(await Promise.all(waits))) / 1000)
    if (seconds > 0) throw tooMany(seconds)
  }

  async function count(attempt: Attempt) {
    for (const { limiter, key } of limiters) {
      const { consumedPoints } = await limiter.penalty(key(attempt))
      if (consumedPoints >= limiter.points) await limiter.block(key(attempt), duration)
    }
  }

  return {
    /** Runs the check of a secret. A failure counts, a success lets the account begin anew. Throws `tooManyRequests`. */
    async admit(attempt: Attempt, check: () => Promise<boolean>): Promise<boolean> {
      await assertOpen(attempt)
      return inTurn(async () => {
        await assertOpen(attempt)
        const admitted = await check()
        await (admitted ? limiters[0]?.limiter.delete(attempt.account) : count(attempt))
        return admitted
      })
    },
  }
}

function tooMany(seconds: number): Problem {
  const message = `There were too many failed log-ins for this name or from this address. Try again in ${seconds} seconds.`
  return new Problem('tooManyRequests', message, { headers: { 'retry-after': String(seconds) } })
}
