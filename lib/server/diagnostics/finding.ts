import type { CheckResult, SkipReason } from '@/lib/contract/diagnostics'

/** What a check found; its name and how long it took are added by whoever runs it. */
export type Finding = Omit<CheckResult, 'name' | 'milliseconds'>

/** What helps where the details are the operator’s. */
export const lookOnServer = {
  text: 'On the server, doctor tells what exactly is wrong.',
  lines: ['vitrine doctor --config-file /etc/glance/glance-api.conf'],
}

/** A check that cannot be made; the message goes on where “Not checked:” stops. */
export class Skipped extends Error {
  override readonly name = 'Skipped'

  constructor(
    readonly reason: SkipReason,
    message: string,
  ) {
    super(message)
  }
}

export function skipped(reason: SkipReason, why: string): Finding {
  return { status: 'skipped', skipped: reason, summary: `Not checked: ${why}.`, evidence: [] }
}

/** Values by label; what is undefined or null is left out. */
export type Values = Record<string, string | number | null | undefined>

export function pass(summary: string, values: Values = {}): Finding {
  return { status: 'pass', summary, evidence: evidenceOf(values) }
}

type Reasons = Pick<Finding, 'cause' | 'certainty' | 'fix'>

export function warn(summary: string, values: Values, reasons: Reasons = {}): Finding {
  return { status: 'warn', summary, evidence: evidenceOf(values), ...reasons }
}

export function fail(summary: string, values: Values, reasons: Reasons): Finding {
  return { status: 'fail', summary, evidence: evidenceOf(values), ...reasons }
}

function evidenceOf(values: Values): Finding['evidence'] {
  return Object.entries(values).flatMap(([label, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ label, value: String(value) }],
  )
}
