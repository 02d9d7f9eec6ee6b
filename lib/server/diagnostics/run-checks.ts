import { performance } from 'node:perf_hooks'
import type { CheckResult } from '@/lib/contract/diagnostics'
import type { Check } from './check'
import { type Finding, Skipped, skipped } from './finding'
import { ProbeError } from './probe'
import type { Secrets } from './secrets'
import type { Subject } from './subject'

const longestMs = 12_000

/** Runs the checks in their order and hands out each result when it is there. None can stop the others, and none shows a secret. */
export async function* runChecks(checks: readonly Check[], subject: Subject): AsyncGenerator<CheckResult> {
  for (const check of checks) {
    if (subject.signal.aborted) return
    const began = performance.now()
    const finding = await bounded(check, subject)
    const milliseconds = Math.round(performance.now() - began)
    yield withoutSecrets({ name: check.name, ...finding, milliseconds }, subject.secrets)
  }
}

async function bounded(check: Check, subject: Subject): Promise<Finding> {
  const stop = new AbortController()
  const late = new Promise<Finding>((resolve) => {
    const timer = setTimeout(() => resolve(skipped('tooLate', 'it took too long')), longestMs)
    stop.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  try {
    return await Promise.race([attempt(check, subject), late])
  } finally {
    stop.abort()
  }
}

async function attempt(check: Check, subject: Subject): Promise<Finding> {
  try {
    return await check.run(subject)
  } catch (error) {
    if (error instanceof Skipped) return skipped(error.reason, error.message)
    if (error instanceof ProbeError) return skipped('unreachable', error.message)
    return skipped('brokenCheck', `the check itself failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function withoutSecrets(result: CheckResult, secrets: Secrets): CheckResult {
  return {
    ...result,
    summary: secrets.hide(result.summary),
    evidence: result.evidence.map(({ label, value }) => ({ label, value: secrets.hide(value) })),
    ...(result.fix && { fix: { text: secrets.hide(result.fix.text), lines: result.fix.lines.map(secrets.hide) } }),
  }
}
