import { queryOptions } from '@tanstack/react-query'
import { type inferParserType, parseAsStringLiteral } from 'nuqs/server'
import { answer, api } from './api'
import { isNotThere } from './not-there'
import { sortDirection } from './sort-direction'

/** An image on this node's disk; times are seconds since 1970. */
export interface CachedImage {
  image_id: string
  size: number
  hits: number
  last_accessed: number
  last_modified: number
}

/** What is known of every image at once; names and nodes are asked for one by one. */
const cacheSortKeys = ['state', 'size', 'hits', 'last_accessed'] as const

/** What the address of the cache can say. */
export const cacheSearch = {
  sort: parseAsStringLiteral(cacheSortKeys).withDefault('last_accessed'),
  dir: sortDirection.withDefault('desc'),
}
export type CacheSearch = inferParserType<typeof cacheSearch>

export interface CacheList {
  cached_images: CachedImage[]
  /** Ids. */
  queued_images: string[]
}

const busyMs = 5_000
const quietMs = 60_000

/** What this node has cached, and what it will; null where it keeps no cache. */
export const cacheQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['cache', projectId],
    queryFn: ({ signal }) => api<CacheList>('/v2/cache', { signal }).catch(nullIfOff),
    refetchInterval: ({ state }) => (state.data?.queued_images.length ? busyMs : quietMs),
  })

function nullIfOff(error: unknown): null {
  if (isNotThere(error)) return null
  throw error
}

/** The addresses of the nodes that have an image cached. */
export const cacheNodesQuery = (imageId: string, projectId: string) =>
  queryOptions({
    queryKey: ['cache', projectId, 'nodes', imageId],
    queryFn: ({ signal }) => api<string[]>(`/v2/cache/nodes/${encodeURIComponent(imageId)}`, { signal }),
  })

/** Lets this node cache an image in the background. */
export const queueForCache = (imageId: string) => api(`/v2/cache/${encodeURIComponent(imageId)}`, { method: 'PUT' })

/** Takes an image out of this node's cache and queue. */
export const removeFromCache = (imageId: string) => api(`/v2/cache/${encodeURIComponent(imageId)}`, { method: 'DELETE' })

/** Empties a part of this node's cache. */
export async function clearCache(target: 'cache' | 'queue'): Promise<void> {
  const headers = { accept: 'application/json', 'x-image-cache-clear-target': target }
  await (await answer('/v2/cache', { method: 'DELETE', headers })).body?.cancel()
}

/** Removes from this node's disk what is broken, left over, or of images that are gone. */
export const cleanCache = () => api('/v2/cache/clean', { method: 'POST' })

/** What making room has removed. */
interface Pruned {
  total_files_pruned: number
  total_bytes_pruned: number
}

/** Removes what was used least lately, until the cache is as small as `image_cache_max_size`. */
export const pruneCache = () => api<Pruned>('/v2/cache/prune', { method: 'POST' })
