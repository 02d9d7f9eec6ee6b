import { sql } from 'kysely'
import type { Database, DatabaseKind } from '../db/database'
import { indexedValueLength } from '../db/migrations/0004-list-indexes'
import { toTimestamp } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import type { Comparison, ImageFilter } from './image-list-query'
import { type Builder, type Condition, nothing } from './image-visibility-repository'

/** A filter, and whether so few images fit that they are best found by it. */
export interface WeighedFilter {
  filter: ImageFilter
  drives: boolean
}

/** So many tags or properties of one value are still faster read whole than looked for image by image. */
const fewRows = 1000

const selectiveColumns: ReadonlySet<string> = new Set(['id', 'name', 'owner', 'checksum', 'os_hash_value'])

/** Finds which filters may choose the index. Only SQLite needs to be told: the others keep statistics. */
export async function weigh(database: Database, filters: readonly ImageFilter[]): Promise<WeighedFilter[]> {
  const weighed = filters.map(async (filter) => ({ filter, drives: await drives(database, filter) }))
  return Promise.all(weighed)
}

async function drives({ db, kind }: Database, filter: ImageFilter): Promise<boolean> {
  if (filter.kind === 'text') return selectiveColumns.has(filter.column)
  if (filter.kind !== 'tag' && filter.kind !== 'property') return false
  if (kind !== 'sqlite') return true
  const tags = db.selectFrom('image_tags').select('image_id').where('value', '=', filter.value)
  const properties = db.selectFrom('image_properties').select('image_id').where('value', '=', filter.value)
  const rows = filter.kind === 'tag' ? tags.limit(fewRows + 1) : properties.where('name', '=', filter.name).limit(fewRows + 1)
  return (await rows.execute()).length <= fewRows
}

interface Matching {
  kind: DatabaseKind
  /** Something else already leaves few images, so that a weak filter must not choose the index. */
  narrowed: boolean
}

/** Whether an image fits. */
export function matches(eb: Builder, { filter, drives }: WeighedFilter, { kind, narrowed }: Matching): Condition {
  const column = <T>(name: string) => (narrowed && !drives ? unindexed<T>(kind, `images.${name}`) : sql.ref<T>(`images.${name}`))
  switch (filter.kind) {
    case 'text':
      return filter.values.length === 0 ? nothing : eb(column<string | null>(filter.column), 'in', filter.values)
    case 'number':
      return eb(column<number>(filter.column), filter.operator, filter.value)
    case 'time':
      return atTime(eb, filter, kind)
    case 'protected':
      return eb('images.protected', '=', filter.value)
    case 'tag':
      return tagged(eb, filter.value, { kind, drives })
    case 'property':
      return withProperty(eb, filter, { kind, drives })
    case 'nothing':
      return nothing
  }
}

interface Looked {
  kind: DatabaseKind
  drives: boolean
}

function tagged(eb: Builder, value: string, { kind, drives }: Looked): Condition {
  const rows = eb
    .selectFrom('image_tags')
    .select('image_tags.image_id')
    .where('image_tags.value', '=', value)
    .where(unindexed<boolean>(kind, 'image_tags.deleted'), '=', false)
  return drives ? eb('images.id', 'in', rows) : eb.exists(rows.whereRef('image_tags.image_id', '=', 'images.id'))
}

function withProperty(eb: Builder, { name, value }: { name: string; value: string }, { kind, drives }: Looked): Condition {
  let rows = eb
    .selectFrom('image_properties')
    .select('image_properties.image_id')
    .where('image_properties.name', '=', name)
    .where('image_properties.value', '=', value)
    .where(unindexed<boolean>(kind, 'image_properties.deleted'), '=', false)
  // Says nothing new, but is what the index holds.
  if (kind === 'postgres') {
    const beginning = sql<string>`left(${sql.ref('image_properties.value')}, ${sql.lit(indexedValueLength)})`
    rows = rows.where(beginning, '=', [...value].slice(0, indexedValueLength).join(''))
  }
  return drives ? eb('images.id', 'in', rows) : eb.exists(rows.whereRef('image_properties.image_id', '=', 'images.id'))
}

/** Compares in whole seconds, because clients are shown no less: an image answers to `eq:` with the time they were told. */
function atTime(eb: Builder, { column, operator, value }: Extract<ImageFilter, { kind: 'time' }>, kind: DatabaseKind): Condition {
  const begin = Math.floor(value.getTime() / 1000) * 1000
  const [from, to] = [begin, begin + 1000].map((time) => toTimestamp(new Date(time), kind)) as [string, string]
  const compare = (comparison: '>=' | '<', bound: string) => eb(`images.${column}`, comparison, bound)
  const conditions: Record<Comparison, () => Condition> = {
    gt: () => compare('>=', to),
    gte: () => compare('>=', from),
    lt: () => compare('<', from),
    lte: () => compare('<', to),
    eq: () => eb.and([compare('>=', from), compare('<', to)]),
    neq: () => eb.or([compare('<', from), compare('>=', to)]),
  }
  return conditions[operator]()
}
