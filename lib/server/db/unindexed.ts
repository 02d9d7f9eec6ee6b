import { type RawBuilder, sql } from 'kysely'
import type { DatabaseKind } from './database'

/**
 * A column as a condition that must not choose the index. Glance has one on `deleted` and on `os_hidden`: SQLite, which keeps
 * no statistics unless told to, would take it for a good one and read every row; MySQL would intersect both, with the same end.
 */
export function unindexed<T>(kind: DatabaseKind, column: string): RawBuilder<T> {
  const ref = sql.ref(column)
  return { sqlite: sql<T>`+${ref}`, mysql: sql<T>`coalesce(${ref})`, postgres: sql<T>`${ref}` }[kind]
}
