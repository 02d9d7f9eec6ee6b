import { expressionBuilder, sql } from 'kysely'
import type { Database } from '../db/database'
import type { ImageRow } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import type { ColumnFilter } from './image-filter-repository'
import type { ImageFilter, SortRule } from './image-list-query'
import { foundByColumn } from './image-rarity-repository'
import { type Condition, endless, nothing } from './image-visibility-repository'

/** A filter whose matches come in another order than the list's, so that they may all be far from where the page begins. */
export function isRange(filter: ImageFilter): filter is Extract<ImageFilter, { kind: 'number' | 'time' }> {
  return filter.kind === 'number' || (filter.kind === 'time' && filter.column !== 'created_at')
}

const eb = expressionBuilder<Schema, 'images'>()

interface Beginning {
  after: ImageRow | null
  /** Of `created_at`, by which the list is sorted. */
  direction: SortRule['direction']
}

/** The next images of everybody's list, whatever they are; null where it has no more than these. */
export async function nextStretch({ db }: Database, { after, direction }: Beginning, nearby: number): Promise<Condition | null> {
  const [onwards, back] = direction === 'asc' ? (['>=', '<='] as const) : (['<=', '>='] as const)
  let following = db.selectFrom('images').select('created_at')
  if (after) following = following.where('created_at', onwards, after.created_at)
  const last = await following
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(1)
    .offset(nearby)
    .executeTakeFirst()
  return last ? eb('images.created_at', back, last.created_at) : null
}

/** Says when the filter's images were created, the first and the last of them: nothing new, but where a walk may begin and end. */
export async function creationSpan(
  database: Database,
  filter: ColumnFilter,
  { after, direction }: Beginning,
): Promise<Condition> {
  const found = foundByColumn(database, filter).select(sql<string>`created_at`.as('created_at')).limit(endless)
  const { from, to } = await database.db
    // A query of its own: PostgreSQL would look for the least by walking all images.
    .selectFrom(found.as('found'))
    .select(({ fn }) => [fn.min('found.created_at').as('from'), fn.max('found.created_at').as('to')])
    .executeTakeFirstOrThrow()
  if (from === null) return nothing
  const [first, last] = [eb('images.created_at', '>=', from), eb('images.created_at', '<=', to)]
  const [begin, end] = direction === 'asc' ? [first, last] : [last, first]
  // The page itself says where it begins; of two such bounds SQLite might begin at the worse.
  return after ? end : eb.and([begin, end])
}
