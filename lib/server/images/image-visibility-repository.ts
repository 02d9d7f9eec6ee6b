import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
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

export const nothing: Condition = sql<SqlBool>`1 = 0`

type Visibility = Image['visibility']

function visible(eb: Builder, kind: DatabaseKind, visibility: Visibility): Condition {
  return eb(unindexed<Visibility>(kind, 'images.visibility'), '=', visibility)
}

function owned(eb: Builder, { projectId }: Viewer): Condition {
  return projectId === null ? nothing : eb('images.owner', '=', projectId)
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
export function seenById(eb: Builder, viewer: Asked): Condition {
  if (viewer.isAdmin) return eb.and([])
  return eb.or([
    owned(eb, viewer),
    eb('images.owner', 'is', null),
    eb('images.visibility', 'in', ['public', 'community']),
    sharedWith(eb, viewer, 'all'),
  ])
}

interface Listed {
  viewer: Asked
  /** A filter finds so few images that no other condition may choose the index. */
  driven: boolean
}

/**
 * Which images a list shows at all: less than can be seen by id, unless the client names a visibility. They are the union of
 * sets, each of which an index reads in order; together in one `or` no index could.
 */
export function listedSets(eb: Builder, { visibility, memberStatus }: ImageListQuery, { viewer, driven }: Listed): Condition[] {
  const { kind, projectId } = viewer
  const column = <T>(name: string) => (driven ? unindexed<T>(kind, name) : sql.ref<T>(name))
  const all = (value: Visibility) => eb(column<Visibility>('images.visibility'), '=', value)
  if (viewer.isAdmin) {
    if (visibility === 'all') return [eb.and([])]
    if (visibility) return [all(visibility)]
    return [eb.or([eb('images.visibility', '!=', 'community'), owned(eb, viewer)])]
  }
  if (visibility === 'public' || visibility === 'community') return [all(visibility)]
  const own = projectId === null ? nothing : eb(column<string>('images.owner'), '=', projectId)
  const mine = sharedWith(eb, viewer, memberStatus)
  if (visibility === 'private') return [eb.and([visible(eb, kind, 'private'), own])]
  if (visibility === 'shared') return [eb.and([visible(eb, kind, 'shared'), own]), mine]
  return [own, all('public'), mine, ...(visibility === 'all' ? [all('community')] : [])]
}
