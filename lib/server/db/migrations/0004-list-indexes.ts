import { type Migration, sql } from 'kysely'
import type { DatabaseKind } from '../database'
import type { SchemaStep } from '../schema-step'

/** How much of a property's value is indexed, in characters: PostgreSQL refuses to index long values whole. */
export const indexedValueLength = 100

/** Columns in which null comes first: PostgreSQL reads an index in an order only if both agree on that. */
const nullable = new Set(['name', 'disk_format', 'container_format', 'size', 'updated_at'])

const page = ['created_at', 'id']

/** What a list of images filters and sorts by, each followed by the order in which pages go on. */
const indexes: Record<string, { table: string; columns: readonly string[] }> = {
  vitrine_images_created: { table: 'images', columns: page },
  vitrine_images_updated: { table: 'images', columns: ['updated_at', ...page] },
  vitrine_images_owner: { table: 'images', columns: ['owner', ...page] },
  vitrine_images_visibility: { table: 'images', columns: ['visibility', ...page] },
  vitrine_images_name: { table: 'images', columns: ['name', ...page] },
  vitrine_images_status: { table: 'images', columns: ['status', ...page] },
  vitrine_images_disk_format: { table: 'images', columns: ['disk_format', ...page] },
  vitrine_images_container_format: { table: 'images', columns: ['container_format', ...page] },
  vitrine_images_size: { table: 'images', columns: ['size', ...page] },
  vitrine_image_members_member: { table: 'image_members', columns: ['member', 'status', 'image_id'] },
  vitrine_image_tags_value: { table: 'image_tags', columns: ['value', 'image_id'] },
  vitrine_image_properties_value: { table: 'image_properties', columns: ['name', 'value', 'image_id'] },
}

/** Adds indexes to Glance's tables, also to those that Glance made: it works with them as without. */
export const listIndexesStep: SchemaStep = (kind) => ({
  async up(db) {
    for (const [name, { table, columns }] of Object.entries(indexes)) {
      if (await exists(db, kind, name)) continue
      const parts = columns.map((column) => indexed(kind, table, column))
      await sql`create index ${sql.ref(name)} on ${sql.table(table)} (${sql.join(parts)})`.execute(db)
    }
  },
})

function indexed(kind: DatabaseKind, table: string, column: string) {
  const ref = sql.ref(column)
  const long = table === 'image_properties' && column === 'value'
  if (long && kind === 'mysql') return sql`${ref}(${sql.lit(indexedValueLength)})`
  if (long && kind === 'postgres') return sql`left(${ref}, ${sql.lit(indexedValueLength)})`
  return kind === 'postgres' && nullable.has(column) ? sql`${ref} nulls first` : ref
}

/** MySQL knows no `if not exists` for indexes. */
async function exists(db: Parameters<Migration['up']>[0], kind: DatabaseKind, name: string): Promise<boolean> {
  const known = {
    sqlite: sql`select name from sqlite_master where type = 'index' and name = ${name}`,
    mysql: sql`select index_name from information_schema.statistics where table_schema = database() and index_name = ${name}`,
    postgres: sql`select indexname from pg_indexes where schemaname = current_schema() and indexname = ${name}`,
  }
  return (await known[kind].execute(db)).rows.length > 0
}
