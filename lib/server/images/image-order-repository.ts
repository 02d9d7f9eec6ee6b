import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { DatabaseKind } from '../db/database'
import type { ImageRow, ImagesTable } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { SortKey, SortRule } from './image-list-query'
import { type Builder, type Condition, nothing } from './image-visibility-repository'

/** Null is the smallest value. */
const nullable: ReadonlySet<string> = new Set(['name', 'container_format', 'disk_format', 'size', 'updated_at'])

/** Pages are stable only if no two images are equal in order. */
export function withTieBreakers(sort: readonly SortRule[]): SortRule[] {
  const rules = [...sort, { key: 'created_at', direction: 'desc' }, { key: 'id', direction: 'desc' }] as SortRule[]
  const distinct = rules.filter(({ key }, index) => rules.findIndex((rule) => rule.key === key) === index)
  return distinct.slice(0, distinct.findIndex(({ key }) => key === 'id') + 1)
}

type Sortable<Row> = SelectQueryBuilder<Schema, 'images', Row>

interface Ordering {
  key: keyof ImagesTable
  direction: 'asc' | 'desc'
}

/** Most of a list may be equal in such a column. */
const fewValued: ReadonlySet<string> = new Set(['status', 'disk_format', 'container_format'])

/**
 * Whether no index is in this order, nor nearly: one that begins alike would lead to most of the images, one by one and
 * here and there, where all of them are read sooner.
 */
export function isScattered([first, second, ...rest]: readonly SortRule[]): boolean {
  if (!first || !fewValued.has(first.key)) return false
  return second?.key !== 'created_at' || [second, ...rest].some(({ direction }) => direction !== first.direction)
}

export function ordered<Row>(selection: Sortable<Row>, sort: readonly Ordering[], kind: DatabaseKind): Sortable<Row> {
  return inOrder(selection, sort, { kind, column: (key) => sql.ref(key) })
}

/** In an order for which no index is to be read. */
export function orderedByReading<Row>(selection: Sortable<Row>, sort: readonly Ordering[], kind: DatabaseKind): Sortable<Row> {
  return inOrder(selection, sort, { kind, column: (key) => unindexed(kind, `images.${key}`) })
}

interface Ordered {
  kind: DatabaseKind
  column(key: keyof ImagesTable): RawBuilder<unknown>
}

function inOrder<Row>(selection: Sortable<Row>, sort: readonly Ordering[], { kind, column: columnOf }: Ordered): Sortable<Row> {
  return sort.reduce((sorted, { key, direction }) => {
    const column = columnOf(key)
    // SQLite and MySQL take null for the smallest value by themselves; PostgreSQL has to be told.
    if (kind !== 'postgres' || !nullable.has(key)) return sorted.orderBy(column, direction)
    return sorted.orderBy(column, (order) => (direction === 'asc' ? order.asc().nullsFirst() : order.desc().nullsLast()))
  }, selection)
}

interface Cut {
  after: ImageRow
  sort: readonly SortRule[]
}

/**
 * The images that come after the given one, as stretches of the order that an index can begin to read where they begin.
 * Compares the row's own text, which has the database's precision.
 */
export function cutsAfter(eb: Builder, { after, sort }: Cut): Condition[] {
  const [first, ...rest] = sort
  if (!first) return []
  const { key, direction } = first
  const column = `images.${key}` as const
  const value = after[key]
  if (value === null) {
    const among = eb.and([eb(column, 'is', null), following(eb, after, rest)])
    return direction === 'asc' ? [among, eb(column, 'is not', null)] : [among]
  }
  // Says nothing new, but lets the database begin to read where the page begins.
  const bound = eb(column, direction === 'asc' ? '>=' : '<=', value as never)
  const stretch = eb.and([bound, following(eb, after, sort)])
  return direction === 'desc' && nullable.has(key) ? [stretch, eb(column, 'is', null)] : [stretch]
}

/** Whether an image comes after the given one in that order. */
export function following(eb: Builder, after: ImageRow, sort: readonly SortRule[]): Condition {
  const branches = sort.map((rule, index) =>
    eb.and([...sort.slice(0, index).map(({ key }) => equals(eb, key, after[key])), beyond(eb, rule, after[rule.key])]),
  )
  return eb.or(branches)
}

type SortValue = string | number | null

function equals(eb: Builder, key: SortKey, value: SortValue): Condition {
  return value === null ? eb(`images.${key}`, 'is', null) : eb(`images.${key}`, '=', value as never)
}

function beyond(eb: Builder, { key, direction }: SortRule, value: SortValue): Condition {
  const column = `images.${key}` as const
  if (value === null) return direction === 'asc' ? eb(column, 'is not', null) : nothing
  if (direction === 'asc') return eb(column, '>', value as never)
  return nullable.has(key) ? eb.or([eb(column, '<', value as never), eb(column, 'is', null)]) : eb(column, '<', value as never)
}
