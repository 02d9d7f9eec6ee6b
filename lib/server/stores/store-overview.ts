import { isProblem } from '@/lib/contract/problem'
import type { StoreOverviewListView, StoreOverviewView } from '@/lib/contract/store-overview'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import type { SharedCount } from '../shared-count'
import type { ConfiguredStore, StoreRegistry } from './store-registry'
import type { StoreUse } from './store-use-repository'

/** What whoever runs the service wants to know of its stores. */
export interface StoreOverview {
  /** Throws `forbidden` unless `stores_info_detail` allows it. */
  list(ctx: Context): Promise<StoreOverviewListView>
}

interface StoreOverviewParts {
  registry: StoreRegistry
  uses: SharedCount<StoreUse[]>
  policy: Policy
}

export function createStoreOverview({ registry, uses, policy }: StoreOverviewParts): StoreOverview {
  return {
    async list(ctx) {
      policy.authorize(ctx, 'stores_info_detail', {})
      const { at, value } = await uses.soon()
      const held = (store: ConfiguredStore | undefined) => total(value.filter((use) => registry.storeOf(use) === store))
      const stores = registry.all().map(async (store) => ({ ...(await stateOf(store)), ...held(store) }))
      return {
        stores: await Promise.all(stores),
        several: registry.multi,
        elsewhere: held(undefined),
        counted_at: at.toISOString(),
      }
    },
  }
}

function total(uses: readonly StoreUse[]) {
  return {
    images: uses.reduce((sum, { images }) => sum + images, 0),
    bytes: uses.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

async function stateOf(configured: ConfiguredStore): Promise<Omit<StoreOverviewView, 'images' | 'bytes'>> {
  const { id, type, description, isDefault, weight, readOnly } = configured
  const known = { id, type, description: description ?? null, default: isDefault, weight, read_only: readOnly }
  return { ...known, ...(await roomOf(configured)) }
}

async function roomOf({ store }: ConfiguredStore): Promise<Pick<StoreOverviewView, 'reachable' | 'problem' | 'capacity'>> {
  if (!store.capacity) return { reachable: null, problem: null, capacity: null }
  try {
    const { totalBytes, freeBytes } = await store.capacity()
    return { reachable: true, problem: null, capacity: { total: totalBytes, free: freeBytes } }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { reachable: false, problem: error.message, capacity: null }
  }
}
