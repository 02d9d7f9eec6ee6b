import type { NamespacePlan } from './import-plan'
import type { MetadefWrite } from './metadef-writes'

/** A change of a plan, and of which namespace. */
export interface ImportStep {
  namespace: string
  write: MetadefWrite
}

/** What an import has written, in order, and where it ended. */
export interface ImportResult {
  written: ImportStep[]
  /** The first change that was refused; null where all is written. */
  failed: (ImportStep & { error: Error }) | null
  /** What was not tried any more. */
  left: ImportStep[]
  /** A namespace that was protected and could not be protected again. */
  unprotected: string | null
}

type Write = (namespace: string, write: MetadefWrite) => Promise<void>

/** Writes plans one change after the other. The first refusal ends it, and what was protected is protected again. */
export async function runImport(plans: readonly NamespacePlan[], write: Write): Promise<ImportResult> {
  const steps = plans.flatMap((plan) => plan.writes.map((one) => ({ namespace: plan.namespace, write: one, plan })))
  const result: ImportResult = { written: [], failed: null, left: [], unprotected: null }
  for (const [index, { plan, ...step }] of steps.entries()) {
    try {
      await write(step.namespace, step.write)
      result.written.push(step)
    } catch (error) {
      result.failed = { ...step, error: error as Error }
      result.left = steps.slice(index + 1).map(({ namespace, write: one }) => ({ namespace, write: one }))
      if (!(await protectAgain(plan, result, write))) result.unprotected = plan.namespace
      return result
    }
  }
  return result
}

async function protectAgain(plan: NamespacePlan, { written }: ImportResult, write: Write): Promise<boolean> {
  const begun = written.some(({ namespace }) => namespace === plan.namespace)
  if (plan.reprotect === null || !begun) return true
  return write(plan.namespace, { op: 'describe', attributes: plan.reprotect }).then(
    () => true,
    () => false,
  )
}
