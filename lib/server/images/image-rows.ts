import type { DatabaseKind } from '../db/database'
import type { ImageRow, ImageRowChanges, ImagesTable, LocationRow, NewImageRow } from '../db/glance-tables'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import type { ImageLocation, LocationMetadata, NewLocation } from '../stores/image-location'
import type { Image } from './image'

/** What a client decides about an image. */
export type ImageAttributes = Pick<
  Image,
  'name' | 'visibility' | 'hidden' | 'protected' | 'owner' | 'diskFormat' | 'containerFormat' | 'minDisk' | 'minRam'
>

/** What is known of an image's data. */
export type DataFacts = Pick<Image, 'size' | 'virtualSize' | 'checksum' | 'osHashAlgo' | 'osHashValue'>

export const noData: DataFacts = { size: null, virtualSize: null, checksum: null, osHashAlgo: null, osHashValue: null }

/** What an image has beside its row. */
export type ImageParts = Pick<Image, 'tags' | 'properties' | 'locations'>

/** Columns whose names are not the field's in snake_case stand here; `ImageAttributes` and `DataFacts` are written by them. */
const columns = {
  name: 'name',
  visibility: 'visibility',
  hidden: 'os_hidden',
  protected: 'protected',
  owner: 'owner',
  diskFormat: 'disk_format',
  containerFormat: 'container_format',
  minDisk: 'min_disk',
  minRam: 'min_ram',
  size: 'size',
  virtualSize: 'virtual_size',
  checksum: 'checksum',
  osHashAlgo: 'os_hash_algo',
  osHashValue: 'os_hash_value',
} as const satisfies Record<keyof (ImageAttributes & DataFacts), keyof ImagesTable>

export function toColumns(fields: Partial<ImageAttributes & DataFacts>): ImageRowChanges {
  const named = Object.entries(fields).map(([field, value]) => [columns[field as keyof typeof columns], value])
  return Object.fromEntries(named)
}

export function newRow(id: string, attributes: ImageAttributes, now: string): NewImageRow {
  return {
    ...(toColumns({ ...attributes, ...noData }) as NewImageRow),
    id,
    status: 'queued',
    created_at: now,
    updated_at: now,
    deleted: false,
  }
}

export function toImage(row: ImageRow, parts: ImageParts): Image {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    visibility: row.visibility,
    hidden: Boolean(row.os_hidden),
    protected: Boolean(row.protected),
    owner: row.owner,
    diskFormat: row.disk_format,
    containerFormat: row.container_format,
    minDisk: row.min_disk,
    minRam: row.min_ram,
    size: row.size,
    virtualSize: row.virtual_size,
    checksum: row.checksum,
    osHashAlgo: row.os_hash_algo,
    osHashValue: row.os_hash_value,
    createdAt: fromTimestamp(row.created_at),
    updatedAt: fromTimestamp(row.updated_at ?? row.created_at),
    ...parts,
  }
}

export function toLocation(row: Pick<LocationRow, 'id' | 'value' | 'meta_data' | 'status'>): ImageLocation {
  const metadata = row.meta_data === null || row.meta_data === '' ? {} : (JSON.parse(row.meta_data) as LocationMetadata | null)
  return { id: row.id, url: row.value, metadata: metadata ?? {}, status: row.status }
}

export function newLocationRow(imageId: string, { url, metadata }: NewLocation, now: string) {
  const row = { image_id: imageId, value: url, meta_data: JSON.stringify(metadata), status: 'active', deleted: false }
  return { ...row, created_at: now, updated_at: now }
}

export const timestampNow = (kind: DatabaseKind) => toTimestamp(new Date(), kind)
