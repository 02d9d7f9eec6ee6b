import { type RawBuilder, sql } from 'kysely'
import type { DatabaseKind } from './database'

/**
 * A column as a condition that must not choose the index. Glance has one on `deleted` and on `os_hidden`; SQLite, which
 * keeps no statistics unless told to, would take it for a good one and then read every row.
 */
export function unindexed<T>(kind: DatabaseKind, column: string): RawBuilder<T> {
  return kind === 'sqlite' ? sql<T>`+${sql.ref(column)}` : sql<T>`${sql.ref(column)}`
}
