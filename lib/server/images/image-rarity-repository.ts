import { expressionBuilder, sql } from 'kysely'
import type { Database } from '../db/database'
import type { ImagesTable } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { type ColumnFilter, fits, isUsual, withProperty, withTag } from './image-filter-repository'
import type { ImageFilter } from './image-list-query'
import { ordered } from './image-order-repository'
import type { Found } from './image-visibility-repository'

/** The images, and perhaps some more, of the filter that finds fewest; null when each finds more than `few`. */
export async function fewest(database: Database, filters: readonly ImageFilter[], few: number): Promise<Found | null> {
  const counted = filters
    .filter((filter) => !isUsual(filter))
    .map(async (filter) => {
      const found = foundBy(database, filter)
      return { found, count: await countUpTo(database, found.limit(few + 1)) }
    })
  const rare = (await Promise.all(counted)).filter(({ count }) => count <= few)
  return rare.toSorted((a, b) => a.count - b.count)[0]?.found ?? null
}

async function countUpTo({ db }: Database, found: Found): Promise<number> {
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function foundBy({ db, kind }: Database, filter: ImageFilter): Found {
  switch (filter.kind) {
    case 'tag':
      // Put in order because that is how its index holds them; a tag that was deleted may be there again.
      return withTag(db, filter.value, kind).select('image_id').distinct().orderBy('image_id') as unknown as Found
    case 'property':
      return withProperty(db, filter, kind).select('image_id') as unknown as Found
    default:
      return foundByColumn({ db, kind }, filter)
  }
}

/** In the order of the filter's index where that says more than equality: then it is read, and only as far as a limit. */
export function foundByColumn({ db, kind }: Database, filter: ColumnFilter): Found {
  const column = <T>(name: keyof ImagesTable) => sql.ref<T>(`images.${name}`)
  const found = db
    .selectFrom('images')
    .where(fits(expressionBuilder<Schema, 'images'>(), filter, { kind, column }))
    .select('id as image_id')
  if (filter.kind !== 'number' && filter.kind !== 'time') return found as unknown as Found
  const index = [filter.column, 'created_at', 'id'] as const
  return ordered(
    found,
    index.map((key) => ({ key, direction: 'asc' })),
    kind,
  ) as unknown as Found
}
