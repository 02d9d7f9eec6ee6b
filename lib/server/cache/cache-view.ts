import type { CachedImage } from './cache-repository'
import type { CacheState, Pruned } from './cache-service'

export function cacheView({ cached, queued }: CacheState) {
  return { ...cachedView(cached), ...queuedView(queued) }
}

/** Times are seconds since 1970. */
export function cachedView(cached: readonly CachedImage[]) {
  return {
    cached_images: cached.map(({ id, imageId, lastAccessed, lastModified, size, hits, checksum }) => ({
      id,
      image_id: imageId,
      last_accessed: lastAccessed.getTime() / 1000,
      last_modified: lastModified.getTime() / 1000,
      size,
      hits,
      checksum,
    })),
  }
}

export function queuedView(queued: readonly string[]) {
  return { queued_images: queued }
}

export function prunedView({ files, bytes }: Pruned) {
  return { total_files_pruned: files, total_bytes_pruned: bytes }
}
