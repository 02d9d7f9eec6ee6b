import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely'
import type { ImageStatus, Visibility } from '@/lib/contract/image-fields'

/** 0 and 1 in SQLite and MySQL, a boolean in PostgreSQL. */
export type Flag = ColumnType<boolean | number, boolean, boolean>

/** UTC, `YYYY-MM-DD HH:MM:SS[.ffffff]`: see `timestamps.ts`. */
export type Timestamp = string

interface Times {
  created_at: Timestamp
  updated_at: Timestamp | null
}

interface SoftDeletion extends Times {
  deleted_at: Timestamp | null
  deleted: Flag
}

export interface ImagesTable extends SoftDeletion {
  id: string
  name: string | null
  size: number | null
  status: ImageStatus
  disk_format: string | null
  container_format: string | null
  checksum: string | null
  owner: string | null
  min_disk: number
  min_ram: number
  protected: Flag
  virtual_size: number | null
  visibility: Visibility
  os_hidden: Flag
  os_hash_algo: string | null
  os_hash_value: string | null
}

export type ImageRow = Selectable<ImagesTable>
export type NewImageRow = Insertable<ImagesTable>
export type ImageRowChanges = Updateable<ImagesTable>

export interface ImageLocationsTable extends SoftDeletion {
  id: Generated<number>
  image_id: string
  /** The location URI. */
  value: string
  /** A JSON object, such as `{"store": "fast"}`. */
  meta_data: string | null
  status: Generated<string>
}

export type LocationRow = Selectable<ImageLocationsTable>

export interface ImageMembersTable extends SoftDeletion {
  id: Generated<number>
  image_id: string
  member: string
  can_share: Flag
  status: Generated<string>
}

export interface ImagePropertiesTable extends SoftDeletion {
  id: Generated<number>
  image_id: string
  name: string
  value: string | null
}

export interface ImageTagsTable extends SoftDeletion {
  id: Generated<number>
  image_id: string
  value: string
}

/** Glance's tables that this version reads or writes. The others exist for Glance, and for what is to come. */
export interface GlanceTables {
  images: ImagesTable
  image_locations: ImageLocationsTable
  image_members: ImageMembersTable
  image_properties: ImagePropertiesTable
  image_tags: ImageTagsTable
}
