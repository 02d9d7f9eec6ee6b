import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { Database, DatabaseKind } from '../db/database'
import type { ImageRow } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { toTimestamp } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import type { Image } from './image'
import type { Comparison, ImageFilter, ImageListQuery, SortRule } from './image-list-query'
import { withParts } from './image-parts-repository'

/** Who looks at a list: it shows what this project may see, or what an administrator may. */
export interface Viewer {
  projectId: string | null
  isAdmin: boolean
}

export interface ImagePage {
  images: Image[]
  /** Whether images follow. */
  more: boolean
}

/** One page; `badRequest` when the marker is not an image that the viewer can see. */
export type ImageListing = (query: ImageListQuery, viewer: Viewer) => Promise<ImagePage>

type Builder = ExpressionBuilder<Schema, 'images'>
type Condition = Expression<SqlBool>
/** Who looks, and at which database. */
type Asked = Viewer & Pick<Database, 'kind'>
type Selection = SelectQueryBuilder<Schema, 'images', object>

export function createImageListing({ db, kind }: Database): ImageListing {
  const living = () => db.selectFrom('images').where(unindexed<boolean>(kind, 'images.deleted'), '=', false)

  async function markerRow(marker: string, viewer: Viewer): Promise<ImageRow> {
    const row = await living()
      .where('images.id', '=', marker)
      .where((eb) => seenById(eb, { ...viewer, kind }))
      .selectAll('images')
      .executeTakeFirst()
    if (!row) throw new Problem('badRequest', `The marker ${marker} is not an image that you can see.`)
    return row
  }

  return async (query, viewer) => {
    const after = query.marker === null ? null : await markerRow(query.marker, viewer)
    if (query.limit === 0) return { images: [], more: false }
    const sort = withTieBreakers(query.sort)
    let selection: Selection = living()
      .where('images.status', 'not in', ['killed', 'deleted', 'pending_delete'])
      .where(unindexed<boolean>(kind, 'images.os_hidden'), '=', query.hidden)
      .where((eb) => listed(eb, query, { ...viewer, kind }))
      .where((eb) => eb.and(query.filters.map((filter) => matches(eb, filter, kind))))
    if (after) selection = selection.where((eb) => following(eb, after, sort))
    const rows = await ordered(selection, sort, kind)
      .selectAll('images')
      .limit(query.limit + 1)
      .execute()
    return { images: await withParts({ db, kind }, rows.slice(0, query.limit)), more: rows.length > query.limit }
  }
}

const nothing: Condition = sql<SqlBool>`1 = 0`

function owned(eb: Builder, { projectId }: Viewer): Condition {
  return projectId === null ? nothing : eb('images.owner', '=', projectId)
}

/** Most images have the same visibility: other conditions find them faster. */
function visible(eb: Builder, kind: DatabaseKind, visibility: Image['visibility']): Condition {
  return eb(unindexed<Image['visibility']>(kind, 'images.visibility'), '=', visibility)
}

function sharedWith(eb: Builder, { projectId, kind }: Asked, memberStatus: ImageListQuery['memberStatus']): Condition {
  if (projectId === null) return nothing
  let memberships = eb
    .selectFrom('image_members')
    .select('image_members.image_id')
    .where('image_members.member', '=', projectId)
    .where(unindexed<boolean>(kind, 'image_members.deleted'), '=', false)
  if (memberStatus !== 'all') memberships = memberships.where('image_members.status', '=', memberStatus)
  return eb.and([visible(eb, kind, 'shared'), eb('images.id', 'in', memberships)])
}

/** Whether the viewer can see an image by its id; images without an owner are everybody's to see. */
function seenById(eb: Builder, viewer: Asked): Condition {
  if (viewer.isAdmin) return eb.and([])
  return eb.or([
    owned(eb, viewer),
    eb('images.owner', 'is', null),
    eb('images.visibility', 'in', ['public', 'community']),
    sharedWith(eb, viewer, 'all'),
  ])
}

/** Which images a list shows at all: less than can be seen by id, unless the client names a visibility. */
function listed(eb: Builder, { visibility, memberStatus }: ImageListQuery, viewer: Asked): Condition {
  const of = (value: Image['visibility']) => visible(eb, viewer.kind, value)
  const own = owned(eb, viewer)
  if (viewer.isAdmin) {
    if (visibility === 'all') return eb.and([])
    return visibility ? of(visibility) : eb.or([eb('images.visibility', '!=', 'community'), own])
  }
  const mine = sharedWith(eb, viewer, memberStatus)
  if (visibility === 'public' || visibility === 'community') return of(visibility)
  if (visibility === 'private') return eb.and([of('private'), own])
  if (visibility === 'shared') return eb.or([eb.and([of('shared'), own]), mine])
  const defaultSet = [own, eb('images.visibility', '=', 'public'), mine]
  return eb.or(visibility === 'all' ? [...defaultSet, eb('images.visibility', '=', 'community')] : defaultSet)
}

function matches(eb: Builder, filter: ImageFilter, kind: DatabaseKind): Condition {
  switch (filter.kind) {
    case 'text':
      return filter.values.length === 0 ? nothing : eb(`images.${filter.column}`, 'in', filter.values as never)
    case 'number':
      return eb(`images.${filter.column}`, filter.operator, filter.value)
    case 'time':
      return atTime(eb, filter, kind)
    case 'protected':
      return eb('images.protected', '=', filter.value)
    case 'tag':
      return eb.exists(
        eb
          .selectFrom('image_tags')
          .select('image_tags.id')
          .whereRef('image_tags.image_id', '=', 'images.id')
          .where('image_tags.value', '=', filter.value)
          .where(unindexed<boolean>(kind, 'image_tags.deleted'), '=', false),
      )
    case 'property':
      return eb.exists(
        eb
          .selectFrom('image_properties')
          .select('image_properties.id')
          .whereRef('image_properties.image_id', '=', 'images.id')
          .where('image_properties.name', '=', filter.name)
          .where('image_properties.value', '=', filter.value)
          .where(unindexed<boolean>(kind, 'image_properties.deleted'), '=', false),
      )
    case 'nothing':
      return nothing
  }
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

/** Pages are stable only if no two images are equal in order. */
function withTieBreakers(sort: readonly SortRule[]): SortRule[] {
  const rules = [...sort, { key: 'created_at', direction: 'desc' }, { key: 'id', direction: 'desc' }] as SortRule[]
  return rules.filter(({ key }, index) => rules.findIndex((rule) => rule.key === key) === index)
}

function ordered(selection: Selection, sort: readonly SortRule[], kind: DatabaseKind): Selection {
  return sort.reduce((sorted, { key, direction }) => {
    const column = sql.ref(`images.${key}`)
    // SQLite and MySQL take null for the smallest value by themselves; PostgreSQL has to be told.
    if (kind !== 'postgres') return sorted.orderBy(column, direction)
    return sorted.orderBy(column, (order) => (direction === 'asc' ? order.asc().nullsFirst() : order.desc().nullsLast()))
  }, selection)
}

/** Whether an image comes after the given one in that order. Compares the row's own text, which has the database's precision. */
function following(eb: Builder, after: ImageRow, sort: readonly SortRule[]): Condition {
  const branches = sort.map((rule, index) =>
    eb.and([...sort.slice(0, index).map(({ key }) => equals(eb, key, after[key])), beyond(eb, rule, after[rule.key])]),
  )
  // Says nothing new, but lets the database begin to read where the page begins.
  const [first] = sort
  const bounded = first && (first.key === 'created_at' || first.key === 'id')
  const comparison = first?.direction === 'asc' ? '>=' : '<='
  return bounded ? eb.and([eb(`images.${first.key}`, comparison, after[first.key]), eb.or(branches)]) : eb.or(branches)
}

type SortValue = string | number | null

function equals(eb: Builder, key: SortRule['key'], value: SortValue): Condition {
  return value === null ? eb(`images.${key}`, 'is', null) : eb(`images.${key}`, '=', value as never)
}

function beyond(eb: Builder, { key, direction }: SortRule, value: SortValue): Condition {
  const column = `images.${key}` as const
  if (value === null) return direction === 'asc' ? eb(column, 'is not', null) : nothing
  if (direction === 'asc') return eb(column, '>', value as never)
  return eb.or([eb(column, '<', value as never), eb(column, 'is', null)])
}
