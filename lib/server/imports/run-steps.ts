import type { Logger } from 'pino'
import type { ImportJob, ImportStep } from './import-job'

/** Runs steps in order. When one fails, those before it are taken back in reverse, as far as `mayUndo` allows, and its error thrown. */
export async function runSteps(
  steps: readonly ImportStep[],
  job: ImportJob,
  { log, mayUndo }: { log: Logger; mayUndo: () => Promise<boolean> },
): Promise<void> {
  const done: ImportStep[] = []
  try {
    for (const step of steps) {
      if (job.run.signal.aborted) throw job.run.signal.reason
      await step.run(job)
      done.unshift(step)
    }
  } catch (error) {
    const undoing = (await mayUndo()) ? done : []
    for (const step of undoing) {
      await step
        .undo?.(job)
        .catch((err) => log.error({ imageId: job.imageId, step: step.name, err }, 'a step was not taken back'))
    }
    throw error
  }
}
