import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { DatabaseKind } from '../db/database'
import type { ImagesTable } from '../db/glance-tables'
import { indexedValueLength } from '../db/migrations/list-index'
import type { Schema } from '../db/schema'
import { secondOf } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import type { Comparison, ImageFilter } from './image-list-query'
import { type Builder, type Condition, nothing } from './image-visibility-repository'

interface Matching {
  kind: DatabaseKind
  /** Columns whose indexes go on in the order of the list: a condition on another must not choose the index. */
  leading: ReadonlySet<string>
}

/** Whether an image fits. */
export function matches(eb: Builder, filter: ImageFilter, { kind, leading }: Matching): Condition {
  const leads = (name: string) => leading.has(name) && !isUsual(filter)
  const column = <T>(name: keyof ImagesTable) =>
    leads(name) ? sql.ref<T>(`images.${name}`) : unindexed<T>(kind, `images.${name}`)
  switch (filter.kind) {
    case 'tag':
      return present(withTag(eb, filter.value, kind).whereRef('image_tags.image_id', '=', 'images.id'))
    case 'property':
      return present(withProperty(eb, filter, kind).whereRef('image_properties.image_id', '=', 'images.id'))
    default:
      return fits(eb, filter, { kind, column })
  }
}

/** Every list asks for images that are not hidden, which most are. */
export function isUsual(filter: ImageFilter): boolean {
  return filter.kind === 'flag' && filter.column === 'os_hidden' && !filter.value
}

/** A filter by a column of the image itself. */
export type ColumnFilter = Exclude<ImageFilter, { kind: 'tag' | 'property' }>

interface Compared {
  kind: DatabaseKind
  column<T>(name: keyof ImagesTable): RawBuilder<T>
}

export function fits(eb: Builder, filter: ColumnFilter, { kind, column }: Compared): Condition {
  switch (filter.kind) {
    case 'text':
      return eb(column<string>(filter.column), 'in', filter.values)
    case 'number':
      return eb(column<number>(filter.column), filter.operator, filter.value)
    case 'time':
      return atTime(eb, filter, { kind, column })
    case 'flag':
      return eb(column<boolean>(filter.column), '=', filter.value)
    case 'nothing':
      return nothing
  }
}

type Looking = Pick<Builder, 'selectFrom'>

/** Unlike `exists` and `in` never turned into a join, which might read all that have the tag before the first image is found. */
function present<T extends 'image_tags' | 'image_properties'>(rows: SelectQueryBuilder<Schema, T | 'images', object>): Condition {
  return sql<SqlBool>`${rows.select(sql.lit(1).as('one')).limit(1)} is not null`
}

export function withTag(eb: Looking, value: string, kind: DatabaseKind) {
  return eb
    .selectFrom('image_tags')
    .where('image_tags.value', '=', value)
    .where(unindexed<boolean>(kind, 'image_tags.deleted'), '=', false)
}

export function withProperty(eb: Looking, { name, value }: { name: string; value: string }, kind: DatabaseKind) {
  const rows = eb
    .selectFrom('image_properties')
    .where('image_properties.name', '=', name)
    .where('image_properties.value', '=', value)
    .where(unindexed<boolean>(kind, 'image_properties.deleted'), '=', false)
  if (kind !== 'postgres') return rows
  // Says nothing new, but is what the index holds.
  const beginning = sql<string>`left(${sql.ref('image_properties.value')}, ${sql.lit(indexedValueLength)})`
  return rows.where(beginning, '=', [...value].slice(0, indexedValueLength).join(''))
}

/** Compares in whole seconds, because clients are shown no less: an image answers to `eq:` with the time they were told. */
function atTime(eb: Builder, filter: Extract<ImageFilter, { kind: 'time' }>, { kind, column }: Compared): Condition {
  const { operator, value } = filter
  const [from, to] = secondOf(value, kind)
  const compare = (comparison: '>=' | '<', bound: string) => eb(column<string>(filter.column), comparison, bound)
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
