import type { Kysely } from 'kysely'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { Schema } from '../db/schema'
import { secondOf } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import { storable } from '../db/unstorable'
import type { ImageLocation, NewLocation } from '../stores/image-location'
import type { Image } from './image'
import { createImageListing, type ImageListing } from './image-list-repository'
import {
  changeLocations,
  createLocationWrites,
  type LocationChanges,
  type LocationWrites,
  livingLocations,
} from './image-location-repository'
import { addTags, removeParts, removeProperties, removeTags, setProperties, withParts } from './image-parts-repository'
import { type DataFacts, type ImageAttributes, newLocationRow, newRow, timestampNow, toColumns } from './image-rows'
import { assertMove } from './image-status'

export interface NewImage extends ImageAttributes {
  id: string
  tags: readonly string[]
  properties: Readonly<Record<string, string>>
}

/** What a PATCH changes; nothing else is written. */
export interface ImageChanges {
  attributes: Partial<ImageAttributes>
  setProperties: Readonly<Record<string, string>>
  removeProperties: readonly string[]
  addTags: readonly string[]
  removeTags: readonly string[]
  /** The statuses in which the change is legal; any where undefined. */
  onlyIn?: readonly ImageStatus[]
  /** The second of the last change that the client knows of; a later one makes this one fail. */
  unmodifiedSince?: Date | undefined
  /** Copies that come and go, with the status and the facts that the image has by them. */
  locations?: LocationChanges & { status: ImageStatus; facts: Partial<DataFacts> }
}

/** The facts that come with a move of status. */
export interface MoveFacts extends Partial<DataFacts> {
  /** A location that becomes the image's, in the same step. */
  location?: NewLocation
}

/** Images in Glance's tables. Deleted ones are never found, but their ids stay taken. */
export interface ImageRepository extends LocationWrites {
  list: ImageListing
  find(id: string): Promise<Image | null>
  /** `conflict` when the id was ever used. */
  create(image: NewImage): Promise<void>
  /** All or nothing; `notFound` when the image is gone meanwhile, `preconditionFailed` when it was changed, `conflict` outside of `onlyIn`. */
  change(id: string, changes: ImageChanges): Promise<void>
  /** Compare-and-set: `conflict` when the image no longer has that status, `gone` when it no longer exists. */
  move(image: Pick<Image, 'id' | 'status'>, to: ImageStatus, facts?: MoveFacts): Promise<void>
  /** Answers the locations whose bytes are now nobody's; null when it is deleted already or has become protected. */
  remove(id: string): Promise<ImageLocation[] | null>
  /** Whether the project is a member of the image, of any member status. */
  isMember(id: string, projectId: string): Promise<boolean>
  idsOf(status: ImageStatus): Promise<string[]>
  /** Null for an id that was never used; else whether an undeleted location exists. */
  hasData(id: string): Promise<boolean | null>
}

export function createImageRepository({ db, kind }: Database): ImageRepository {
  const at = (imageId: string) => ({ kind, imageId, now: timestampNow(kind) })
  const inTransaction = (write: (trx: Kysely<Schema>) => Promise<void>) => storable(() => db.transaction().execute(write))

  return {
    ...createLocationWrites({ db, kind }),
    list: createImageListing({ db, kind }),

    async find(id) {
      const row = await living(db, id).selectAll().executeTakeFirst()
      return row && row.status !== 'pending_delete' ? ((await withParts({ db, kind }, [row]))[0] ?? null) : null
    },

    async create({ id, tags, properties, ...attributes }) {
      const write = at(id)
      await onlyOnce(`An image with the id ${id} exists or existed.`, () =>
        inTransaction(async (trx) => {
          await trx
            .insertInto('images')
            .values(newRow(id, attributes, write.now))
            .execute()
          await setProperties(trx, properties, write)
          await addTags(trx, tags, write)
        }),
      )
    },

    async change(id, changes) {
      const write = at(id)
      await inTransaction(async (trx) => {
        // The first statement locks the row, so that two changes at once follow each other.
        let update = trx
          .updateTable('images')
          .set({
            ...toColumns({ ...changes.attributes, ...changes.locations?.facts }),
            ...(changes.locations && { status: changes.locations.status }),
            updated_at: write.now,
          })
          .where('id', '=', id)
          .where('deleted', '=', false)
        const end = changes.unmodifiedSince && secondOf(changes.unmodifiedSince, kind)[1]
        if (end) update = update.where('updated_at', '<', end)
        if (changes.onlyIn) update = update.where('status', 'in', changes.onlyIn)
        if ((await update.executeTakeFirst()).numUpdatedRows === 0n) throw await lostChange(trx, id, end)
        await removeProperties(trx, changes.removeProperties, write)
        await setProperties(trx, changes.setProperties, write)
        await removeTags(trx, changes.removeTags, write)
        await addTags(trx, await absentTags({ db: trx, kind }, id, changes.addTags), write)
        if (changes.locations) await changeLocations({ db: trx, kind }, id, changes.locations)
      })
    },

    async move(image, to, { location, ...facts } = {}) {
      assertMove(image.status, to)
      const { now } = at(image.id)
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('images')
          .set({ ...toColumns(facts), status: to, updated_at: now })
          .where('id', '=', image.id)
          .where('status', '=', image.status)
          .where('deleted', '=', false)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) throw await lostRace(trx, image.id, 'gone')
        if (location === undefined) return
        await trx
          .insertInto('image_locations')
          .values(newLocationRow(image.id, location, now))
          .execute()
      })
    },

    async remove(id) {
      const write = at(id)
      return db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('images')
          .set({ status: 'deleted', deleted: true, deleted_at: write.now, updated_at: write.now })
          .where('id', '=', id)
          .where('deleted', '=', false)
          .where('protected', '=', false)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return null
        const locations = await livingLocations({ db: trx, kind }, id)
        await removeParts(trx, write)
        return locations
      })
    },

    async isMember(id, projectId) {
      const row = await db
        .selectFrom('image_members')
        .where('image_id', '=', id)
        .where('member', '=', projectId)
        .where(unindexed<boolean>(kind, 'deleted'), '=', false)
        .select('id')
        .executeTakeFirst()
      return row !== undefined
    },

    async idsOf(status) {
      const rows = await db.selectFrom('images').where('status', '=', status).where('deleted', '=', false).select('id').execute()
      return rows.map(({ id }) => id)
    },

    async hasData(id) {
      const known = await db.selectFrom('images').where('id', '=', id).select('id').executeTakeFirst()
      if (!known) return null
      return (await livingLocations({ db, kind }, id)).length > 0
    },
  }
}

function living(db: Kysely<Schema>, id: string) {
  return db.selectFrom('images').where('id', '=', id).where('deleted', '=', false)
}

/** Why a change met no row: also that somebody else was first. */
async function lostChange(db: Kysely<Schema>, id: string, end: string | undefined): Promise<Problem> {
  const row = end && (await living(db, id).where('updated_at', '>=', end).select('id').executeTakeFirst())
  if (!row) return lostRace(db, id, 'notFound')
  return new Problem('preconditionFailed', `The image ${id} was changed after the time that the request names.`)
}

/** Why an update met no row: another status, or no image any more. */
async function lostRace(db: Kysely<Schema>, id: string, whenAbsent: 'notFound' | 'gone'): Promise<Problem> {
  const row = await living(db, id).select('status').executeTakeFirst()
  if (!row) return new Problem(whenAbsent, `The image ${id} does not exist any more.`)
  return new Problem('conflict', `The image ${id} is ${row.status}: this is not possible now.`)
}

async function absentTags({ db, kind }: Database, imageId: string, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  const present = await db
    .selectFrom('image_tags')
    .where('image_id', '=', imageId)
    .where(unindexed<boolean>(kind, 'deleted'), '=', false)
    .where('value', 'in', tags)
    .select('value')
    .execute()
  return tags.filter((tag) => !present.some(({ value }) => value === tag))
}
