import { Problem } from '@/lib/contract/problem'
import type { ConfiguredStore, StoreRegistry } from './store-registry'

/** What clients may choose from; `notFound` where there is nothing to choose. */
export function storesView(stores: StoreRegistry) {
  return { stores: choices(stores).map(storeView) }
}

/** The same with what operators want to know. */
export function storeDetailsView(stores: StoreRegistry) {
  const detailed = choices(stores).map((store) => {
    const { type, weight, properties } = store
    return { ...storeView(store), type, weight, properties }
  })
  return { stores: detailed }
}

/** The stores that a new image's data may go to, where there are several. */
export function storeIdsHeader(stores: StoreRegistry): Record<string, string> {
  if (!stores.multi) return {}
  return {
    'OpenStack-image-store-ids': stores
      .all()
      .map(({ id }) => id)
      .join(','),
  }
}

function choices(stores: StoreRegistry): readonly ConfiguredStore[] {
  if (stores.multi) return stores.all()
  throw new Problem('notFound', 'There is only one store: enabled_backends is not set.')
}

/** Glance says "true" as a text, and nothing instead of "false". */
function storeView({ id, description, isDefault, readOnly }: ConfiguredStore) {
  return {
    id,
    ...(description !== undefined && { description }),
    ...(isDefault && { default: 'true' }),
    ...(readOnly && { 'read-only': 'true' }),
  }
}
