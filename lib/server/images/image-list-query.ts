import type { Visibility } from '@/lib/contract/image-fields'

export const sortKeys = ['name', 'status', 'container_format', 'disk_format', 'size', 'id', 'created_at', 'updated_at'] as const
export type SortKey = (typeof sortKeys)[number]

export interface SortRule {
  key: SortKey
  direction: 'asc' | 'desc'
}

export const textColumns = ['name', 'id', 'status', 'container_format', 'disk_format'] as const
export const plainColumns = ['owner', 'checksum', 'os_hash_value', 'os_hash_algo'] as const
export const numberColumns = ['size', 'virtual_size', 'min_ram', 'min_disk'] as const
export const flagColumns = ['protected', 'os_hidden'] as const
export const timeColumns = ['created_at', 'updated_at'] as const

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'

/** One condition on an image; all of a list must hold. */
export type ImageFilter =
  | {
      kind: 'text'
      column: (typeof textColumns)[number] | (typeof plainColumns)[number] | 'visibility'
      values: readonly string[]
    }
  | { kind: 'number'; column: (typeof numberColumns)[number]; operator: '=' | '>=' | '<='; value: number }
  | { kind: 'time'; column: (typeof timeColumns)[number]; operator: Comparison; value: Date }
  | { kind: 'flag'; column: (typeof flagColumns)[number]; value: boolean }
  | { kind: 'tag'; value: string }
  | { kind: 'property'; name: string; value: string }
  /** Matches no image. */
  | { kind: 'nothing' }

/** What a client asks a list for. Who asks is not part of it. */
export interface ImageListQuery {
  limit: number
  /** The id of the image after which the page begins. */
  marker: string | null
  sort: readonly SortRule[]
  filters: readonly ImageFilter[]
  /** Null: the default set. */
  visibility: Visibility | 'all' | null
  memberStatus: 'accepted' | 'pending' | 'rejected' | 'all'
}
