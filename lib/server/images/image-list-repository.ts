import { expressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import type { ImageRow } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { Image } from './image'
import { matches } from './image-filter-repository'
import { flagColumns, type ImageFilter, type ImageListQuery, type SortRule } from './image-list-query'
import { cutsAfter, following, isScattered, ordered, orderedByReading, withTieBreakers } from './image-order-repository'
import { withParts } from './image-parts-repository'
import { fewest } from './image-rarity-repository'
import { creationSpan, isRange, nextStretch } from './image-stretch-repository'
import { type Condition, endless, type ListedSet, listedSets, seenById, type Viewer } from './image-visibility-repository'

export interface ImagePage {
  images: Image[]
  /** Whether images follow. */
  more: boolean
}

/** One page; `badRequest` when the marker is not an image that the viewer can see. */
export type ImageListing = (query: ImageListQuery, viewer: Viewer) => Promise<ImagePage>

/** How much is read before another way to a page is tried, in images. */
export interface Reach {
  /** So many are read and sorted at once. */
  few: number
  /** So many are walked before it is asked where else to look. */
  nearby: number
}

/** Each takes some milliseconds. What more than `few` of a million images fit is met, on the average, every 200th step of a walk. */
const usualReach: Reach = { few: 5000, nearby: 20_000 }

/**
 * There are two ways to a page. Where a filter finds few images, all of them are read and sorted. Where each finds many, the list
 * is walked in its order until the page is full. No database knows which is better: what a filter finds is counted, up to a limit.
 */
export function createImageListing({ db, kind }: Database, reach: Reach = usualReach): ImageListing {
  const eb = expressionBuilder<Schema, 'images'>()

  const living = (images: Images) => images.where(unindexed<boolean>(kind, 'images.deleted'), '=', false)

  async function markerRow(marker: string, viewer: Viewer): Promise<ImageRow> {
    const row = await living(db.selectFrom('images'))
      .where('images.id', '=', marker)
      .where(seenById(eb, { ...viewer, kind }))
      .selectAll('images')
      .executeTakeFirst()
    if (!row) throw new Problem('badRequest', `The marker ${marker} is not an image that you can see.`)
    return row
  }

  const fitting = (images: Images, { filters }: ImageListQuery, leading: ReadonlySet<string>) =>
    living(images)
      .where(unindexed<string>(kind, 'images.status'), 'not in', ['killed', 'deleted', 'pending_delete'])
      .where(eb.and(filters.map((filter) => matches(eb, filter, { kind, leading }))))
      .selectAll('images')

  /** Reads all images of a set, then sorts them. */
  function sorted({ condition, found }: ListedSet, { query, after, sort, limit }: Page): Rows {
    // A join in this order, and in no other, is what SQLite takes "cross" for.
    const joined = found && db.selectFrom(found.limit(endless).as('found')).crossJoin('images')
    const images = joined?.whereRef('found.image_id', '=', 'images.id') ?? db.selectFrom('images')
    const rows = fitting(images as unknown as Images, query, nothingLeads).where(condition)
    const whole = db.selectFrom((after ? rows.where(following(eb, after, sort)) : rows).limit(endless).as('whole')).selectAll()
    return ordered(whole as unknown as Rows, sort, kind).limit(limit)
  }

  /** Reads a set in the order of the list until there are enough for the page. */
  function walked({ condition }: ListedSet, { query, viewer, after, sort, limit, within }: Page): Rows[] {
    const scattered = isScattered(sort)
    const leading = scattered ? nothingLeads : leadingColumns(query, viewer)
    const rows = fitting(db.selectFrom('images'), query, leading).where(eb.and([condition, ...within]))
    if (scattered) {
      // Within a function no condition chooses an index.
      const rest = after ? rows.where(sql<SqlBool>`coalesce(${following(eb, after, sort)}, ${sql.lit(false)})`) : rows
      return [orderedByReading(rest, sort, kind).limit(limit)]
    }
    const cuts = after ? cutsAfter(eb, { after, sort }) : [eb.and([])]
    return cuts.map((cut) => ordered(rows.where(cut), sort, kind).limit(limit))
  }

  async function rowsOf(sets: readonly ListedSet[], page: Page): Promise<ImageRow[]> {
    const indexed = alongside.has(page.sort[0]?.key)
    const parts = sets.flatMap((set) => (set.found || (set.ofProject && !indexed) ? [sorted(set, page)] : walked(set, page)))
    return ordered(union(db, parts), page.sort, kind).limit(page.limit).execute()
  }

  /** Walks; but where a page is not filled soon, asks first where else its images may be. */
  async function walk(sets: readonly ListedSet[], page: Page): Promise<ImageRow[]> {
    const { query, viewer, after, sort, limit } = page
    const ranges = query.filters.filter(isRange)
    if (ranges.length === 0 || !viewer.isAdmin || sort[0]?.key !== 'created_at') return rowsOf(sets, page)
    const beginning = { after, direction: sort[0].direction }
    const near = await nextStretch({ db, kind }, beginning, reach.nearby)
    const rows = await rowsOf(sets, near ? { ...page, within: [near] } : page)
    if (!near || rows.length === limit) return rows
    const spans = ranges.map((filter) => creationSpan({ db, kind }, filter, beginning))
    return rowsOf(sets, { ...page, within: await Promise.all(spans) })
  }

  return async (query, viewer) => {
    const after = query.marker === null ? null : await markerRow(query.marker, viewer)
    if (query.limit === 0) return { images: [], more: false }
    const page = { query, viewer, after, sort: withTieBreakers(query.sort), limit: query.limit + 1, within: [] }
    const sets = listedSets(eb, query, { ...viewer, kind })
    const found = await fewest({ db, kind }, withVisibility(query), reach.few)
    const all = { condition: eb.or(sets.map(({ condition }) => condition)), ...(found && { found }) }
    const rows = await (found ? rowsOf([all], page) : walk(sets, page))
    return { images: await withParts({ db, kind }, rows.slice(0, query.limit)), more: rows.length > query.limit }
  }
}

type Images = SelectQueryBuilder<Schema, 'images', object>
type Rows = SelectQueryBuilder<Schema, 'images', ImageRow>

interface Page {
  query: ImageListQuery
  viewer: Viewer
  /** The image after which the page begins. */
  after: ImageRow | null
  sort: readonly SortRule[]
  limit: number
  /** What says nothing new of the page's images, but where to look for them. */
  within: readonly Condition[]
}

function withVisibility({ visibility, filters }: ImageListQuery): readonly ImageFilter[] {
  if (visibility === null || visibility === 'all') return filters
  return [...filters, { kind: 'text', column: 'visibility', values: [visibility] }]
}

const nothingLeads: ReadonlySet<string> = new Set()

/** Columns that are indexed together with an order, as owner and visibility are with each of these: their values' images come in it. */
const alongside: ReadonlyMap<SortRule['key'] | undefined, readonly string[]> = new Map([
  ['created_at', ['name', 'owner', 'status', 'disk_format', 'container_format', ...flagColumns]],
  ['updated_at', ['owner']],
])

/** Where a project or a visibility leads, all its images are read in an order that is indexed with it. */
function isEverybodys({ visibility }: ImageListQuery, { isAdmin }: Viewer): boolean {
  return isAdmin && (visibility === null || visibility === 'all')
}

function leadingColumns(query: ImageListQuery, viewer: Viewer): ReadonlySet<string> {
  const key = query.sort[0]?.key ?? 'created_at'
  const others = alongside.get(key)
  if (isEverybodys(query, viewer)) return new Set([key, ...(others ?? [])])
  return new Set(others ? [key] : [])
}

/** Images that are in several parts come once. SQLite lets a part have an order and a limit only inside a query of its own. */
function union(db: Database['db'], parts: readonly Rows[]): Rows {
  const [first, ...others] = parts.map((part) => db.selectFrom(part.as('part')).selectAll())
  if (!first) throw new Error('A list is a union of at least one set')
  const together = others.reduce((joined, other) => joined.union(other), first)
  return db.selectFrom(together.as('page')).selectAll() as unknown as Rows
}
