import type { Kysely } from 'kysely'
import type { Database, DatabaseKind } from '../db/database'
import type { ImageRow } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { Image } from './image'
import { toImage, toLocation } from './image-rows'

/** The rows' images, each with its properties, tags and locations: one query per kind for all of them. */
export async function withParts({ db, kind }: Database, rows: readonly ImageRow[]): Promise<Image[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const deleted = unindexed<boolean>(kind, 'deleted')
  const [properties, tags, locations] = await Promise.all([
    db
      .selectFrom('image_properties')
      .where('image_id', 'in', ids)
      .where(deleted, '=', false)
      .select(['image_id', 'name', 'value'])
      .execute(),
    db
      .selectFrom('image_tags')
      .where('image_id', 'in', ids)
      .where(deleted, '=', false)
      .select(['image_id', 'value'])
      .orderBy('id')
      .execute(),
    db
      .selectFrom('image_locations')
      .where('image_id', 'in', ids)
      .where(deleted, '=', false)
      .where('status', '=', 'active')
      .select(['id', 'image_id', 'value', 'meta_data', 'status'])
      .orderBy('id')
      .execute(),
  ])
  const propertiesOf = byImage(properties, ({ name, value }) => (value === null ? [] : [[name, value] as const]))
  const tagsOf = byImage(tags, ({ value }) => [value])
  const locationsOf = byImage(locations, (row) => [toLocation(row)])
  return rows.map((row) =>
    toImage(row, {
      properties: Object.fromEntries(propertiesOf.get(row.id) ?? []),
      tags: [...new Set(tagsOf.get(row.id))],
      locations: locationsOf.get(row.id) ?? [],
    }),
  )
}

function byImage<R extends { image_id: string }, T>(rows: readonly R[], valuesOf: (row: R) => readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    const values = grouped.get(row.image_id)
    if (values) values.push(...valuesOf(row))
    else grouped.set(row.image_id, [...valuesOf(row)])
  }
  return grouped
}

interface Write {
  kind: DatabaseKind
  imageId: string
  now: string
}

/** Writes custom properties. One that was deleted before comes back in its old row: a name is unique within an image. */
export async function setProperties(
  db: Kysely<Schema>,
  properties: Readonly<Record<string, string>>,
  { kind, imageId, now }: Write,
): Promise<void> {
  const rows = Object.entries(properties).map(([name, value]) => ({
    image_id: imageId,
    name,
    value,
    created_at: now,
    updated_at: now,
    deleted: false,
  }))
  if (rows.length === 0) return
  const insert = db.insertInto('image_properties').values(rows)
  const living = { updated_at: now, deleted: false, deleted_at: null }
  if (kind === 'mysql') {
    await insert.onDuplicateKeyUpdate((eb) => ({ ...living, value: eb.fn('values', ['value']) })).execute()
    return
  }
  await insert
    .onConflict((conflict) =>
      conflict.columns(['image_id', 'name']).doUpdateSet((eb) => ({ ...living, value: eb.ref('excluded.value') })),
    )
    .execute()
}

export async function removeProperties(
  db: Kysely<Schema>,
  names: readonly string[],
  { kind, imageId, now }: Write,
): Promise<void> {
  if (names.length === 0) return
  await db
    .updateTable('image_properties')
    .set({ deleted: true, deleted_at: now })
    .where('image_id', '=', imageId)
    .where('name', 'in', names)
    .where(unindexed<boolean>(kind, 'deleted'), '=', false)
    .execute()
}

export async function addTags(db: Kysely<Schema>, tags: readonly string[], { imageId, now }: Write): Promise<void> {
  if (tags.length === 0) return
  const rows = tags.map((value) => ({ image_id: imageId, value, created_at: now, updated_at: now, deleted: false }))
  await db.insertInto('image_tags').values(rows).execute()
}

export async function removeTags(db: Kysely<Schema>, tags: readonly string[], { kind, imageId, now }: Write): Promise<void> {
  if (tags.length === 0) return
  await db
    .updateTable('image_tags')
    .set({ deleted: true, deleted_at: now })
    .where('image_id', '=', imageId)
    .where('value', 'in', tags)
    .where(unindexed<boolean>(kind, 'deleted'), '=', false)
    .execute()
}

/** Deletes all that an image has beside its row; the rows stay until the database is purged. */
export async function removeParts(db: Kysely<Schema>, { kind, imageId, now }: Write): Promise<void> {
  for (const table of ['image_properties', 'image_tags', 'image_members'] as const) {
    await db
      .updateTable(table)
      .set({ deleted: true, deleted_at: now })
      .where('image_id', '=', imageId)
      .where(unindexed<boolean>(kind, 'deleted'), '=', false)
      .execute()
  }
  await db
    .updateTable('image_locations')
    .set({ deleted: true, deleted_at: now, status: 'deleted' })
    .where('image_id', '=', imageId)
    .where(unindexed<boolean>(kind, 'deleted'), '=', false)
    .execute()
}
