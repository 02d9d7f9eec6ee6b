import type { Generated } from 'kysely'
import type { Timestamp } from './glance-tables'

export interface NodeReferenceTable {
  node_reference_id: Generated<number>
  node_reference_url: string
}

export interface CachedImagesTable {
  id: Generated<number>
  image_id: string
  last_accessed: Timestamp
  last_modified: Timestamp
  size: number
  hits: number
  checksum: string | null
  node_reference_id: number
}

/** What each node has cached, column for column as Glance keeps it since 2024.1; under names of our own, which Glance's own upgrade never meets. */
export interface CacheTables {
  vitrine_cache_nodes: NodeReferenceTable
  vitrine_cached_images: CachedImagesTable
}
