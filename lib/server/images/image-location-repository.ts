import type { Kysely } from 'kysely'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { ImageLocation, LocationMetadata, NewLocation } from '../stores/image-location'
import { type DataFacts, newLocationRow, timestampNow, toColumns, toLocation } from './image-rows'

/** The copies of images' bytes, in Glance's table of locations. */
export interface LocationWrites {
  /** Null for an id that was never used. */
  locationsOf(imageId: string): Promise<ImageLocation[] | null>
  /** One more copy; `conflict` when the image is gone or in another status, or has the URL already. */
  addLocation(image: { id: string; onlyIn: readonly ImageStatus[] }, location: NewLocation): Promise<void>
  /** Forgets one copy of an image in that status; `forbidden` for the last one, `conflict` where it is gone already. */
  removeLocation(image: { id: string; onlyIn: readonly ImageStatus[] }, locationId: number): Promise<void>
  setLocationMetadata(locationId: number, metadata: LocationMetadata): Promise<void>
  /** Notes what has been found out later about the bytes of an image that still has them. */
  setHashes(imageId: string, hashes: Pick<DataFacts, 'checksum' | 'osHashAlgo' | 'osHashValue'>): Promise<void>
}

export function createLocationWrites({ db, kind }: Database): LocationWrites {
  const living = (from: Kysely<Schema>, imageId: string) =>
    from.selectFrom('image_locations').where('image_id', '=', imageId).where(unindexed<boolean>(kind, 'deleted'), '=', false)
  const all = async (from: Kysely<Schema>, imageId: string) =>
    (await living(from, imageId).select(['id', 'value', 'meta_data', 'status']).orderBy('id').execute()).map(toLocation)

  /** Locks the image's row, so that changes of its locations follow each other. */
  async function lock(trx: Kysely<Schema>, { id, onlyIn }: { id: string; onlyIn: readonly ImageStatus[] }) {
    const { numUpdatedRows } = await trx
      .updateTable('images')
      .set({ updated_at: timestampNow(kind) })
      .where('id', '=', id)
      .where('status', 'in', onlyIn)
      .where('deleted', '=', false)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Problem('conflict', `The image ${id} is not ${onlyIn.join(' or ')} any more.`)
  }

  return {
    async locationsOf(imageId) {
      const known = await db.selectFrom('images').where('id', '=', imageId).select('id').executeTakeFirst()
      return known ? all(db, imageId) : null
    },

    async addLocation(image, location) {
      await db.transaction().execute(async (trx) => {
        await lock(trx, image)
        const present = await all(trx, image.id)
        if (present.some(({ url }) => url === location.url))
          throw new Problem('conflict', `The image ${image.id} has this location already.`)
        await trx
          .insertInto('image_locations')
          .values(newLocationRow(image.id, location, timestampNow(kind)))
          .execute()
      })
    },

    async removeLocation(image, locationId) {
      await db.transaction().execute(async (trx) => {
        await lock(trx, image)
        const present = await all(trx, image.id)
        if (!present.some(({ id }) => id === locationId))
          throw new Problem('conflict', `The image ${image.id} has lost this location meanwhile.`)
        if (present.length === 1) throw new Problem('forbidden', `The only copy of the image ${image.id} cannot be removed.`)
        await trx
          .updateTable('image_locations')
          .set({ deleted: true, deleted_at: timestampNow(kind), status: 'deleted' })
          .where('id', '=', locationId)
          .execute()
      })
    },

    async setHashes(imageId, hashes) {
      await db
        .updateTable('images')
        .set({ ...toColumns(hashes), updated_at: timestampNow(kind) })
        .where('id', '=', imageId)
        .where('status', 'in', ['active', 'deactivated'])
        .where('deleted', '=', false)
        .execute()
    },

    async setLocationMetadata(locationId, metadata) {
      await db
        .updateTable('image_locations')
        .set({ meta_data: JSON.stringify(metadata), updated_at: timestampNow(kind) })
        .where('id', '=', locationId)
        .execute()
    },
  }
}
