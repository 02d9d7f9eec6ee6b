import { sql } from 'kysely'
import type { ImageStatus } from '@/lib/contract/image-fields'
import type { Database } from '../db/database'
import { stretches } from '../db/stretches'
import { unindexed } from '../db/unindexed'
import type { LocationMetadata } from './image-location'

/** Copies of images that lie in one place. */
export interface StoreUse {
  /** One of their locations; all of them are of the same store. */
  url: string
  metadata: LocationMetadata
  images: number
  bytes: number
}

export interface StoreUseRepository {
  /** What is kept, by place. */
  uses(): Promise<StoreUse[]>
}

const gone: readonly ImageStatus[] = ['killed', 'deleted', 'pending_delete']

/** Counts the locations in stretches of their ids, of so many rows. */
export function createStoreUseRepository(database: Database, rows?: number): StoreUseRepository {
  const { db, kind } = database

  function usesBetween(after: number, end: number | undefined) {
    // What stands before the image's id is one folder, bucket or container; web servers are known by their scheme alone.
    const place = sql<string>`case when image_locations.value like 'http%' then substr(image_locations.value, 1, 8)
      else replace(image_locations.value, image_locations.image_id, '') end`
    return db
      .selectFrom('image_locations')
      .innerJoin('images', 'images.id', 'image_locations.image_id')
      .where('image_locations.id', '>', after)
      .$if(end !== undefined, (query) => query.where('image_locations.id', '<=', end ?? 0))
      .where(unindexed<boolean>(kind, 'image_locations.deleted'), '=', false)
      .where(unindexed<boolean>(kind, 'images.deleted'), '=', false)
      .where('images.status', 'not in', gone)
      .groupBy(['image_locations.meta_data', place])
      .select(({ fn }) => [
        'image_locations.meta_data',
        fn.min('image_locations.value').as('url'),
        fn.countAll().as('images'),
        fn.sum('images.size').as('bytes'),
      ])
      .execute()
  }

  return {
    async uses() {
      const found: StoreUse[] = []
      for await (const { after, end } of stretches(database, { table: 'image_locations', first: 0, ...(rows && { rows }) })) {
        for (const { url, meta_data, images, bytes } of await usesBetween(after, end))
          found.push({ url, metadata: JSON.parse(meta_data || '{}') ?? {}, images: Number(images), bytes: Number(bytes ?? 0) })
      }
      return found
    },
  }
}
