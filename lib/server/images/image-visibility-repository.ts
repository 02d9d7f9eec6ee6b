import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Database, DatabaseKind } from '../db/database'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { Image } from './image'
import type { ImageListQuery } from './image-list-query'

/** Who looks at a list: it shows what this project may see, or what an administrator may. */
export interface Viewer {
  projectId: string | null
  isAdmin: boolean
}

export type Builder = ExpressionBuilder<Schema, 'images'>
export type Condition = Expression<SqlBool>

/** Who looks, and at which database. */
export type Asked = Viewer & Pick<Database, 'kind'>

/** Ids of images. */
export type Found = SelectQueryBuilder<Schema, never, { image_id: string }>

/** More rows than there are. A limit, even this, keeps planners from reading a query in the order of the one around it. */
export const endless = 1_000_000_000

export const nothing: Condition = sql<SqlBool>`1 = 0`

type Visibility = Image['visibility']

function visible(eb: Builder, kind: DatabaseKind, visibility: Visibility): Condition {
  return eb(unindexed<Visibility>(kind, 'images.visibility'), '=', visibility)
}

function owned(eb: Builder, { projectId }: Viewer): Condition {
  return projectId === null ? nothing : eb('images.owner', '=', projectId)
}

function sharedWith(eb: Builder, viewer: Asked, memberStatus: ImageListQuery['memberStatus']): Condition {
  if (viewer.projectId === null) return nothing
  return eb.and([visible(eb, viewer.kind, 'shared'), eb('images.id', 'in', memberships(eb, viewer, memberStatus))])
}

function memberships(eb: Builder, { projectId, kind }: Asked, memberStatus: ImageListQuery['memberStatus']) {
  const rows = eb
    .selectFrom('image_members')
    .select('image_members.image_id')
    .distinct()
    .where('image_members.member', '=', projectId)
    .where(unindexed<boolean>(kind, 'image_members.deleted'), '=', false)
  return memberStatus === 'all' ? rows : rows.where('image_members.status', '=', memberStatus)
}

/** Whether the viewer can see an image by its id; images without an owner are everybody's to see. */
export function seenById(eb: Builder, viewer: Asked): Condition {
  if (viewer.isAdmin) return eb.and([])
  return eb.or([
    owned(eb, viewer),
    eb('images.owner', 'is', null),
    eb('images.visibility', 'in', ['public', 'community']),
    sharedWith(eb, viewer, 'all'),
  ])
}

/** Images that a list shows. */
export interface ListedSet {
  condition: Condition
  /** The ids of all of them, where only these tell which they are. */
  found?: Found
  /** One project's images, which are too few for any index but the project's own: where that is not in order they are sorted. */
  ofProject?: boolean
}

/**
 * Which images a list shows at all: less than can be seen by id, unless the client names a visibility. They are the union of
 * sets, each of which an index reads in order; together in one `or` no index could.
 */
export function listedSets(eb: Builder, { visibility, memberStatus }: ImageListQuery, viewer: Asked): ListedSet[] {
  const { kind, isAdmin } = viewer
  const all = (value: Visibility): ListedSet => ({ condition: eb('images.visibility', '=', value), ofProject: !isAdmin })
  if (isAdmin) {
    if (visibility === 'all') return [{ condition: eb.and([]) }]
    if (visibility) return [all(visibility)]
    return [{ condition: eb.or([eb('images.visibility', '!=', 'community'), owned(eb, viewer)]) }]
  }
  if (visibility === 'public' || visibility === 'community') return [all(visibility)]
  const own = (...also: Condition[]): ListedSet => ({ condition: eb.and([owned(eb, viewer), ...also]), ofProject: true })
  const mine = { condition: sharedWith(eb, viewer, memberStatus), found: memberships(eb, viewer, memberStatus) }
  if (visibility === 'private') return [own(visible(eb, kind, 'private'))]
  if (visibility === 'shared') return [own(visible(eb, kind, 'shared')), mine]
  return [own(), all('public'), mine, ...(visibility === 'all' ? [all('community')] : [])]
}
