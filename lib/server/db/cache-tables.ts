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

/** Glance's tables of cached images, since its release 2024.1. */
export interface CacheTables {
  node_reference: NodeReferenceTable
  cached_images: CachedImagesTable
}
