import { Problem } from '@/lib/contract/problem'
import type { RefusalReason } from '@/lib/contract/refusal'

/** The reasons for which Keystone could not be asked: never the caller's to mend. */
export type FailureReason = Extract<
  RefusalReason,
  'serviceAccountRefused' | 'serviceAccountPowerless' | 'endpointMissing' | 'identityUnreachable' | 'identityFailing'
>

const unanswered = 'The identity service cannot be asked about this token just now.'
const misconfigured = 'This service cannot check tokens until its operator has mended its own access to the identity service.'

const messages = {
  serviceAccountRefused: misconfigured,
  serviceAccountPowerless: misconfigured,
  endpointMissing: misconfigured,
  identityUnreachable: unanswered,
  identityFailing: unanswered,
} as const satisfies Record<FailureReason, string>

/** What the client learns is when to come again; the cause, without secrets, is for the log and the diagnostics. */
export function identityFailure(reason: FailureReason, detail: string, cause?: unknown): Problem {
  return laterProblem(reason, new Error(detail, { cause }), 1)
}

/** The same failure for one who comes while it is not tried again. */
export function stillFailing({ reason, cause }: Problem, waitMs: number): Problem {
  return laterProblem(reason as FailureReason, cause, Math.max(1, Math.ceil(waitMs / 1000)))
}

function laterProblem(reason: FailureReason, cause: unknown, seconds: number): Problem {
  return new Problem('identityUnavailable', messages[reason], { cause, reason, headers: { 'retry-after': String(seconds) } })
}

/** Keystone's own words where its answer has some. */
export function keystoneMessage(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } }
    return typeof error?.message === 'string' ? `: ${error.message.slice(0, 300)}` : ''
  } catch {
    return ''
  }
}
