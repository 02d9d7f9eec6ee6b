import { type Migration, sql } from 'kysely'
import type { DatabaseKind } from '../database'

/** How much of a property's value is indexed, in characters: PostgreSQL refuses to index long values whole. */
export const indexedValueLength = 100

/** Columns in which null comes first: PostgreSQL reads an index in an order only if both agree on that. */
const nullable = new Set(['name', 'disk_format', 'container_format', 'size', 'updated_at'])

/** Adds the indexes that are not there; names must be unique within the database. */
export async function addIndexes(db: Migrated, kind: DatabaseKind, indexes: Record<string, ListIndex>): Promise<void> {
  for (const [name, { table, columns }] of Object.entries(indexes)) {
    if (await exists(db, kind, name)) continue
    const parts = columns.map((column) => indexed(kind, table, column))
    await sql`create index ${sql.ref(name)} on ${sql.table(table)} (${sql.join(parts)})`.execute(db)
  }
}

type Migrated = Parameters<Migration['up']>[0]

export interface ListIndex {
  table: string
  columns: readonly string[]
}

function indexed(kind: DatabaseKind, table: string, column: string) {
  const ref = sql.ref(column)
  const long = table === 'image_properties' && column === 'value'
  if (long && kind === 'mysql') return sql`${ref}(${sql.lit(indexedValueLength)})`
  if (long && kind === 'postgres') return sql`left(${ref}, ${sql.lit(indexedValueLength)})`
  return kind === 'postgres' && nullable.has(column) ? sql`${ref} nulls first` : ref
}

/** MySQL knows no `if not exists` for indexes. */
async function exists(db: Migrated, kind: DatabaseKind, name: string): Promise<boolean> {
  const known = {
    sqlite: sql`select name from sqlite_master where type = 'index' and name = ${name}`,
    mysql: sql`select index_name from information_schema.statistics where table_schema = database() and index_name = ${name}`,
    postgres: sql`select indexname from pg_indexes where schemaname = current_schema() and indexname = ${name}`,
  }
  return (await known[kind].execute(db)).rows.length > 0
}
