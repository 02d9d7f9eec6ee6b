import type { Settings } from '../config-options'
import type { Database } from '../db/database'
import { createKeystoneLimits } from './keystone-limits'
import { createQuotaRepository } from './quota-repository'
import type { Quotas } from './quota-service'
import { createStaticQuotas } from './static-quotas'
import { createUnifiedQuotas } from './unified-quotas'

/** The quotas that are configured; Keystone's limits take the place of `user_storage_quota`. */
export function createQuotas(database: Database, { DEFAULT, oslo_limit }: Pick<Settings, 'DEFAULT' | 'oslo_limit'>): Quotas {
  const repository = createQuotaRepository(database)
  if (!DEFAULT.use_keystone_limits) return createStaticQuotas(repository, DEFAULT.user_storage_quota)
  return createUnifiedQuotas(repository, createKeystoneLimits(oslo_limit))
}
