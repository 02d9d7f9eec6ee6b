import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { isNotThere } from './not-there'

/** A store as everybody may know of it; flags are texts or absent, as in Glance. */
export interface StoreChoice {
  id: string
  description?: string
  default?: 'true'
  'read-only'?: 'true'
}

/** The stores among which one can choose; none where the cloud has a single one. */
export const storeChoicesQuery = queryOptions({
  queryKey: ['storeChoices'],
  queryFn: async ({ signal }): Promise<StoreChoice[]> => {
    try {
      return (await api<{ stores: StoreChoice[] }>('/v2/info/stores', { signal })).stores
    } catch (error) {
      if (isNotThere(error)) return []
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  meta: { refuses: true },
})

/** Whether data that are in some stores could ever go to another: a single store that takes data is no choice. */
export function hasTarget(stores: readonly StoreChoice[], having: readonly string[]): boolean {
  const taking = stores.filter((store) => store['read-only'] !== 'true')
  return taking.length > 1 || taking.some(({ id }) => !having.includes(id))
}

/** Begins to copy an image's data to more stores; one that fails does not undo the others. */
export function copyToStores(imageId: string, stores: readonly string[]): Promise<void> {
  const body = { method: { name: 'copy-image' }, stores, all_stores_must_succeed: false }
  return api(`${paths.image(encodeURIComponent(imageId))}/import`, { method: 'POST', body })
}
