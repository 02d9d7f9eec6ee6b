import type { ProjectLimits } from '@/lib/contract/usage-overview'
import type { Settings } from '../config-options'
import { createKeystoneLimits } from './keystone-limits'
import type { LimitSource } from './usage-service'

const mebibyte = 1024 * 1024
const none: ProjectLimits = { images: null, uploading: null, stored_bytes: null, staged_bytes: null }

/** Where the limits of projects come from, as the configuration says. */
export function createLimitSource({ DEFAULT, oslo_limit }: Pick<Settings, 'DEFAULT' | 'oslo_limit'>): LimitSource {
  if (DEFAULT.use_keystone_limits) return keystoneSource(oslo_limit)
  const quota = DEFAULT.user_storage_quota
  if (quota === 0) return { kind: 'nothing', limits: async () => () => none }
  return { kind: 'configuration', limits: async () => () => ({ ...none, stored_bytes: quota }) }
}

function keystoneSource(settings: Settings['oslo_limit']): LimitSource {
  const keystone = createKeystoneLimits(settings)
  return {
    kind: 'keystone',
    async limits() {
      const limitsOf = await keystone.ofAll()
      return (projectId) => {
        const found = limitsOf(projectId)
        return {
          images: limit(found.image_count_total),
          uploading: limit(found.image_count_uploading),
          stored_bytes: limit(found.image_size_total, mebibyte),
          staged_bytes: limit(found.image_stage_total, mebibyte),
        }
      }
    },
  }
}

/** Keystone says -1 for no limit. */
function limit(value: number, unit = 1): number | null {
  return value === -1 ? null : value * unit
}
