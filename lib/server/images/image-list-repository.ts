import { expressionBuilder, type SelectQueryBuilder } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import type { ImageRow } from '../db/glance-tables'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { Image } from './image'
import { matches, type WeighedFilter, weigh } from './image-filter-repository'
import type { ImageListQuery } from './image-list-query'
import { cutsAfter, ordered, withTieBreakers } from './image-order-repository'
import { withParts } from './image-parts-repository'
import { listedSets, seenById, type Viewer } from './image-visibility-repository'

export interface ImagePage {
  images: Image[]
  /** Whether images follow. */
  more: boolean
}

/** One page; `badRequest` when the marker is not an image that the viewer can see. */
export type ImageListing = (query: ImageListQuery, viewer: Viewer) => Promise<ImagePage>

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
    const filters = await weigh({ db, kind }, query.filters)
    const sort = withTieBreakers(query.sort)
    const page = (rows: Rows) => ordered(rows, sort, kind).limit(query.limit + 1)
    const eb = expressionBuilder<Schema, 'images'>()
    const sets = listedSets(eb, query, { viewer: { ...viewer, kind }, driven: filters.some(({ drives }) => drives) })
    const cuts = after ? cutsAfter(eb, { after, sort, setCount: sets.length }) : [eb.and([])]
    const fitting = living()
      .where(unindexed<string>(kind, 'images.status'), 'not in', ['killed', 'deleted', 'pending_delete'])
      .where(unindexed<boolean>(kind, 'images.os_hidden'), '=', query.hidden)
      .where(eb.and(filters.map((filter) => matches(eb, filter, { kind, narrowed: narrowed(filters, viewer) }))))
      .selectAll('images')
    const parts = sets.flatMap((set) => cuts.map((cut) => page(fitting.where(eb.and([set, cut])))))
    const rows = await page(union(db, parts)).execute()
    return { images: await withParts({ db, kind }, rows.slice(0, query.limit)), more: rows.length > query.limit }
  }
}

type Rows = SelectQueryBuilder<Schema, 'images', ImageRow>

function narrowed(filters: readonly WeighedFilter[], viewer: Viewer): boolean {
  return !viewer.isAdmin || filters.some(({ drives }) => drives)
}

/** Images that are in several parts come once. SQLite lets a part have an order and a limit only inside a query of its own. */
function union(db: Database['db'], parts: readonly Rows[]): Rows {
  const [first, ...others] = parts.map((part) => db.selectFrom(part.as('part')).selectAll())
  if (!first) throw new Error('A list is a union of at least one set')
  const together = others.reduce((joined, other) => joined.union(other), first)
  return db.selectFrom(together.as('page')).selectAll() as unknown as Rows
}
