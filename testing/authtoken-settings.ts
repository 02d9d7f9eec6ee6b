import { authtokenOptions } from '@/lib/server/authtoken-options'
import type { Settings } from '@/lib/server/config-options'

/** `[keystone_authtoken]` where nothing is set. */
export const authtokenSettings = Object.fromEntries(
  Object.entries(authtokenOptions).map(([name, { fallback }]) => [name, fallback]),
) as unknown as Settings['keystone_authtoken']
