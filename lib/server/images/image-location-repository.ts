import type { Kysely, Updateable } from 'kysely'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { ImageLocation, NewLocation } from '../stores/image-location'
import { type DataFacts, newLocationRow, timestampNow, toColumns, toLocation } from './image-rows'

/** The copies of images' bytes, in Glance's table of locations. */
export interface LocationWrites {
  /** Null for an id that was never used. */
  locationsOf(imageId: string): Promise<ImageLocation[] | null>
  /** One more copy; `conflict` when the image is gone or in another status, or has the URL already. */
  addLocation(image: { id: string; onlyIn: readonly ImageStatus[] }, location: NewLocation): Promise<void>
  /** Forgets one copy of an image in that status; `forbidden` for the last one, `conflict` where it is gone already. */
  removeLocation(image: { id: string; onlyIn: readonly ImageStatus[] }, locationId: number): Promise<void>
  /** Notes what has been found out later about the bytes of an image that still has them. */
  setHashes(imageId: string, hashes: Pick<DataFacts, 'checksum' | 'osHashAlgo' | 'osHashValue'>): Promise<void>
}

/** Which copies of an image's bytes come, go and get other metadata. */
export interface LocationChanges {
  add?: readonly NewLocation[]
  remove?: readonly number[]
  setMetadata?: readonly Pick<ImageLocation, 'id' | 'metadata'>[]
}

export function createLocationWrites({ db, kind }: Database): LocationWrites {
  const change = (image: LockedImage, changes: LocationChanges) =>
    db.transaction().execute(async (trx) => {
      await lock(trx, image)
      await changeLocations({ db: trx, kind }, image.id, changes)
    })

  /** Locks the image's row, so that changes of its locations follow each other. */
  async function lock(trx: Kysely<Schema>, { id, onlyIn }: LockedImage) {
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
      return known ? livingLocations({ db, kind }, imageId) : null
    },

    addLocation: (image, location) => change(image, { add: [location] }),
    removeLocation: (image, locationId) => change(image, { remove: [locationId] }),

    async setHashes(imageId, hashes) {
      await db
        .updateTable('images')
        .set({ ...toColumns(hashes), updated_at: timestampNow(kind) })
        .where('id', '=', imageId)
        .where('status', 'in', ['active', 'deactivated'])
        .where('deleted', '=', false)
        .execute()
    },
  }
}

interface LockedImage {
  id: string
  onlyIn: readonly ImageStatus[]
}

/**
 * Writes within a transaction that has locked the image's row. `conflict` for a URL that the image has already and for a copy
 * that it has lost, `forbidden` when no copy would be left.
 */
export async function changeLocations(
  { db, kind }: Database,
  imageId: string,
  { add = [], remove = [], setMetadata = [] }: LocationChanges,
): Promise<void> {
  const now = timestampNow(kind)
  const present = await livingLocations({ db, kind }, imageId)
  assertPossible(imageId, present, { add, remove })
  for (const location of add) {
    await db
      .insertInto('image_locations')
      .values(newLocationRow(imageId, location, now))
      .execute()
  }
  for (const { id, metadata } of setMetadata) await write(id, { meta_data: JSON.stringify(metadata), updated_at: now })
  for (const id of remove) await write(id, { deleted: true, deleted_at: now, status: 'deleted' })

  function write(id: number, values: Updateable<Schema['image_locations']>) {
    return db.updateTable('image_locations').set(values).where('id', '=', id).where('image_id', '=', imageId).execute()
  }
}

function assertPossible(
  imageId: string,
  present: readonly ImageLocation[],
  { add, remove }: Required<Pick<LocationChanges, 'add' | 'remove'>>,
) {
  if (present.some(({ url }) => add.some((location) => location.url === url)))
    throw new Problem('conflict', `The image ${imageId} has this location already.`)
  if (!remove.every((locationId) => present.some(({ id }) => id === locationId)))
    throw new Problem('conflict', `The image ${imageId} has lost this location meanwhile.`)
  if (remove.length > 0 && present.length + add.length === remove.length)
    throw new Problem('forbidden', `The only copy of the image ${imageId} cannot be removed.`)
}

/** An image's copies that are not deleted, oldest first. */
export async function livingLocations({ db, kind }: Database, imageId: string): Promise<ImageLocation[]> {
  const rows = await db
    .selectFrom('image_locations')
    .where('image_id', '=', imageId)
    .where(unindexed<boolean>(kind, 'deleted'), '=', false)
    .select(['id', 'value', 'meta_data', 'status'])
    .orderBy('id')
    .execute()
  return rows.map(toLocation)
}
