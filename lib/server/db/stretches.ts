import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './database'

/** Rows whose ids are greater than `after`, and at most `end`; undefined for the last stretch. */
export interface Stretch<Id> {
  after: Id
  end: Id | undefined
}

/** So few that SQLite, which answers on the main thread, lets other requests pass between two of them. */
const rowsAtOnce = 2_000

/** A large table in stretches of its ids, for what has to read all of it. `first` comes before every id. */
export async function* stretches<Id extends string | number>(
  { db }: Database,
  { table, first, rows = rowsAtOnce }: { table: 'images' | 'image_locations'; first: Id; rows?: number },
): AsyncGenerator<Stretch<Id>> {
  let after: Id | undefined = first
  while (after !== undefined) {
    const found: { rows: { id: Id }[] } = await sql<{ id: Id }>`
      select id from ${sql.table(table)} where id > ${after} order by id limit 1 offset ${sql.lit(rows - 1)}`.execute(db)
    const end: Id | undefined = found.rows[0]?.id
    yield { after, end }
    after = end
    await setImmediate()
  }
}
