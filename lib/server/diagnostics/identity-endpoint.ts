import type { Cause } from '@/lib/contract/diagnostics'
import type { Settings } from '../config-options'
import type { TokenFacts } from './keystone-questions'

/** Where the service asks about tokens, or why its catalogue does not say. */
export type FoundIdentity = { url: string } | { cause: Cause; summary: string; there: string }

/** The identity endpoint of the service's own catalogue, by `interface` and `region_name`. */
export function findIdentity({ catalog }: TokenFacts, settings: Settings['keystone_authtoken']): FoundIdentity {
  const { interface: wanted, region_name: region } = settings
  const offered = (catalog ?? []).filter(({ type }) => type === 'identity').flatMap(({ endpoints }) => endpoints)
  const there = offered.map((each) => `${each.interface} in ${each.region}`).join(', ') || 'none'
  const fitting = offered.filter((each) => each.interface === wanted)
  const found = fitting.find((each) => !region || each.region === region)
  if (found) return { url: found.url }
  if (region && !offered.some((each) => each.region === region)) {
    return { cause: 'identityRegion', summary: `The catalogue has no identity endpoint in the region ${region}.`, there }
  }
  return { cause: 'identityInterface', summary: `The catalogue has no identity endpoint of the interface ${wanted}.`, there }
}
