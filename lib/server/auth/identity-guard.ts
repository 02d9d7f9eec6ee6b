import type { Logger } from 'pino'
import { isProblem, type Problem } from '@/lib/contract/problem'
import { createTurns } from '../turns'
import { type FailureReason, stillFailing } from './identity-failure'

/** How a kind of question to Keystone went last. */
export interface Outcome {
  /** `untried` until the first question is answered. */
  state: 'untried' | 'ok' | FailureReason
  /** When it came to be so. */
  since: Date
  /** What went wrong, in the words of the log; empty where nothing did. */
  detail: string
}

export interface IdentityGuard {
  /** Asks, unless a question has just failed. Throws the last failure with the time to wait otherwise. */
  run<T>(ask: () => Promise<T>): Promise<T>
  outcome(): Outcome
}

const firstWaitMs = 1000
/** A Keystone that counts wrong passwords must see few of them; one that was away is soon back. */
const longestWaitMs = {
  serviceAccountRefused: 60_000,
  serviceAccountPowerless: 60_000,
  endpointMissing: 60_000,
  identityUnreachable: 5000,
  identityFailing: 5000,
} as const satisfies Record<FailureReason, number>

interface Failing {
  problem: Problem
  failures: number
  at: number
  until: number
}

interface GuardOptions {
  /** What is asked, as the log calls it. */
  name: string
  log: Logger
  /** How many questions may run at once. */
  places: number
}

/**
 * Stands between this process and Keystone: after a failure nothing is sent for a growing while, then one question is let
 * through to find out. Says in the log when failing begins and when it ends, not at each request.
 */
export function createIdentityGuard({ name, log, places }: GuardOptions): IdentityGuard {
  const inTurn = createTurns(places)
  let failing: Failing | null = null
  let probing = false
  let outcome: Outcome = { state: 'untried', since: new Date(), detail: '' }

  function assertOpen() {
    if (!failing) return
    const wait = failing.until - Date.now()
    if (wait > 0 || probing) throw stillFailing(failing.problem, wait)
  }

  function succeeded(begun: number) {
    if (failing && begun < failing.at) return
    if (failing) log.info({ failedSince: outcome.since }, `${name} works again`)
    failing = null
    if (outcome.state !== 'ok') outcome = { state: 'ok', since: new Date(), detail: '' }
  }

  function failed(problem: Problem, begun: number): Problem {
    const reason = problem.reason as FailureReason
    // Questions that were under way together fail together: that counts once.
    const counted = failing && begun < failing.at
    const failures = counted ? (failing?.failures ?? 1) : (failing?.failures ?? 0) + 1
    const wait = Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs[reason])
    if (!counted) failing = { problem, failures, at: Date.now(), until: Date.now() + wait }
    const detail = detailOf(problem)
    if (outcome.state !== reason) {
      outcome = { state: reason, since: new Date(), detail }
      log.error({ reason, err: problem.cause }, `${name} fails: ${detail}`)
    } else outcome = { ...outcome, detail }
    return stillFailing(problem, wait)
  }

  async function attempt<T>(ask: () => Promise<T>): Promise<T> {
    assertOpen()
    const probe = failing !== null
    const begun = Date.now()
    probing ||= probe
    try {
      const answer = await ask()
      succeeded(begun)
      return answer
    } catch (error) {
      throw isProblem(error) && error.kind === 'identityUnavailable' ? failed(error, begun) : error
    } finally {
      if (probe) probing = false
    }
  }

  return {
    async run(ask) {
      assertOpen()
      return inTurn(() => attempt(ask))
    },
    outcome: () => outcome,
  }
}

function detailOf({ cause, message }: Problem): string {
  return cause instanceof Error ? cause.message : message
}
