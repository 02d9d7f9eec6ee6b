import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import type { StoreOverviewListView } from '@/lib/contract/store-overview'
import { api } from './api'
import { type ImageView, listIn } from './image-view'

const refreshMs = 60_000

/** Every store with its state; below `['stores']`. */
export const storesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['stores', projectId],
    queryFn: ({ signal }) => api<StoreOverviewListView>('/api/stores', { signal }),
    refetchInterval: refreshMs,
  })

/** The import methods that this cloud offers; they change only with its configuration. */
export const importMethodsQuery = queryOptions({
  queryKey: ['importMethods'],
  queryFn: async ({ signal }) =>
    (await api<{ 'import-methods': { value: string[] } }>('/v2/info/import', { signal }))['import-methods'].value,
  staleTime: Number.POSITIVE_INFINITY,
  meta: { refuses: true },
})

/** Begins to copy an image's data to one more store. */
export function copyToStore(imageId: string, storeId: string): Promise<void> {
  const body = { method: { name: 'copy-image' }, stores: [storeId] }
  return api(`${paths.image(imageId)}/import`, { method: 'POST', body })
}

/** Removes one of several copies. */
export function removeFromStore(imageId: string, storeId: string): Promise<void> {
  return api(`/v2/stores/${encodeURIComponent(storeId)}/${imageId}`, { method: 'DELETE' })
}

/** The stores to which the data are being copied. */
export function storesToCome(image: ImageView): string[] {
  return listIn(image.os_glance_importing_to_stores)
}
