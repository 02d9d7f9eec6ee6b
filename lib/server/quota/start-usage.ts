import type { Logger } from 'pino'
import type { Config } from '../config'
import type { Database } from '../db/database'
import type { Policy } from '../policy/policy'
import { createSharedCount } from '../shared-count'
import { createLimitSource } from './create-limit-source'
import { createProjectUsageRepository } from './project-usage-repository'
import { createUsageSampleRepository } from './usage-sample-repository'
import { startUsageSampler } from './usage-sampler'
import { createUsageService, type UsageService } from './usage-service'

interface UsageOptions {
  database: Database
  config: Pick<Config, 'DEFAULT' | 'oslo_limit'>
  policy: Policy
  log: Logger
}

/** Begins to keep what projects use, and answers administrators about it. */
export function startUsage({ database, config, policy, log }: UsageOptions): { service: UsageService; stop(): Promise<void> } {
  const usage = createSharedCount(createProjectUsageRepository(database).all)
  const samples = createUsageSampleRepository(database)
  const service = createUsageService({ usage, samples, limits: createLimitSource(config), policy, log })
  return { service, ...startUsageSampler({ usage, samples, log }) }
}
