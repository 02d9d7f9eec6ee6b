import type { Logger } from 'pino'
import type { SharedCount } from '../shared-count'
import type { ProjectUsage } from './project-usage-repository'
import type { UsageSampleRepository } from './usage-sample-repository'

interface SamplerParts {
  usage: SharedCount<ProjectUsage[]>
  samples: UsageSampleRepository
  log: Logger
}

const hourMs = 3_600_000
const keptMs = 90 * 24 * hourMs

/** The full hour that a moment belongs to. */
export const hourOf = (ms: number) => ms - (ms % hourMs)

/** Keeps what projects use now and at every full hour, for 90 days. `stop` waits for what is being kept. */
export function startUsageSampler({ usage, samples, log }: SamplerParts): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  let stopped = false

  async function sample() {
    const time = hourOf(Date.now())
    await samples.keep(time, (await usage.now()).value)
    await samples.prune(time - keptMs)
  }

  function work() {
    working = sample()
      .catch((err) => log.error({ err }, 'what projects use could not be kept'))
      .then(() => {
        if (!stopped) timer = setTimeout(work, hourOf(Date.now()) + hourMs - Date.now()).unref()
      })
  }
  work()

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await working
    },
  }
}
