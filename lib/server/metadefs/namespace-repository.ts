import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { MetadefNamespacesTable } from '../db/metadef-tables'
import type { Schema } from '../db/schema'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import { storable } from '../db/unstorable'
import type { Namespace, NamespaceAttributes } from './metadef'

/** Who asks: an administrator sees every namespace, others the public ones and their project's. */
export interface Viewer {
  projectId: string | null
  isAdmin: boolean
}

export interface NamespaceQuery {
  /** The last namespace of the page before. */
  marker: Namespace | null
  limit: number
  sortKey: keyof typeof sortColumns
  direction: 'asc' | 'desc'
  visibility: Namespace['visibility'] | null
  /** Any of these; all namespaces where null. */
  resourceTypes: readonly string[] | null
}

export interface NamespaceRepository {
  find(name: string): Promise<Namespace | null>
  /** One more than `limit` where there are more. */
  list(query: NamespaceQuery, viewer: Viewer): Promise<Namespace[]>
  isEmpty(): Promise<boolean>
  /** Answers its number; `conflict` where the name is taken. */
  add(attributes: NamespaceAttributes): Promise<number>
  /** `conflict` where the new name is taken, `notFound` where the namespace is gone. */
  change(id: number, attributes: NamespaceAttributes): Promise<void>
  /**
   * In a transaction, before anything else: keeps others from changing, filling and removing the namespace until the end, so
   * that no two wait for each other. `notFound` where it is gone.
   */
  hold(id: number): Promise<{ protected: boolean }>
  /** Removes the empty namespace. */
  remove(id: number): Promise<void>
}

export function createNamespaceRepository({ db, kind }: Database): NamespaceRepository {
  const now = () => toTimestamp(new Date(), kind)
  const written = <T>(name: string, write: () => Promise<T>) =>
    onlyOnce(`There is a namespace ${name} already.`, () => storable(write))
  const numberOf = (name: string) => db.selectFrom('metadef_namespaces').where('namespace', '=', name).select('id')

  return {
    async find(name) {
      const row = await db.selectFrom('metadef_namespaces').where('namespace', '=', name).selectAll().executeTakeFirst()
      return row ? toNamespace(row) : null
    },

    async list(query, viewer) {
      const column = sql`${sql.raw(sortColumns[query.sortKey])}`
      const rows = await db
        .selectFrom('metadef_namespaces as ns')
        .where((eb) => eb.and(conditions(eb, query, viewer)))
        .selectAll()
        .orderBy(column, query.direction)
        .orderBy('id', query.direction)
        .limit(query.limit + 1)
        .execute()
      return rows.map(toNamespace)
    },

    async isEmpty() {
      return (await db.selectFrom('metadef_namespaces').select('id').limit(1).executeTakeFirst()) === undefined
    },

    async add(attributes) {
      const row = { ...toColumns(attributes), created_at: now(), updated_at: now() }
      await written(attributes.name, () => db.insertInto('metadef_namespaces').values(row).execute())
      return (await numberOf(attributes.name).executeTakeFirstOrThrow()).id
    },

    async change(id, attributes) {
      const row = { ...toColumns(attributes), updated_at: now() }
      const update = db.updateTable('metadef_namespaces').set(row).where('id', '=', id)
      const { numUpdatedRows } = await written(attributes.name, () => update.executeTakeFirst())
      if (numUpdatedRows === 0n) throw gone()
    },

    hold: (id) => holdNamespace({ db, kind }, id),

    async remove(id) {
      await db.deleteFrom('metadef_namespaces').where('id', '=', id).execute()
    },
  }
}

const gone = () => new Problem('notFound', 'The namespace does not exist any more.')

/** See `NamespaceRepository.hold`. */
export async function holdNamespace({ db, kind }: Database, id: number): Promise<{ protected: boolean }> {
  const query = db.selectFrom('metadef_namespaces').where('id', '=', id).select('protected')
  // SQLite has one writer at a time, and no word for this.
  const row = await (kind === 'sqlite' ? query : query.forUpdate()).executeTakeFirst()
  if (!row) throw gone()
  return { protected: Boolean(row.protected) }
}

/** What to sort by; never null, so that pages follow each other alike on every database. */
const sortColumns = {
  id: 'id',
  created_at: 'created_at',
  updated_at: 'coalesce(updated_at, created_at)',
  namespace: 'namespace',
  display_name: "coalesce(display_name, '')",
  owner: 'owner',
  visibility: "coalesce(visibility, 'private')",
  protected: 'case when protected then 1 else 0 end',
} as const

type Tables = Schema & { ns: MetadefNamespacesTable }

function conditions(eb: ExpressionBuilder<Tables, 'ns'>, query: NamespaceQuery, viewer: Viewer): Expression<SqlBool>[] {
  const { marker, visibility, resourceTypes } = query
  const all: Expression<SqlBool>[] = []
  if (!viewer.isAdmin) {
    const own = viewer.projectId === null ? [] : [eb('owner', '=', viewer.projectId)]
    all.push(eb.or([eb('visibility', '=', 'public'), ...own]))
  }
  if (visibility) all.push(sql<SqlBool>`${sql.raw(sortColumns.visibility)} = ${visibility}`)
  if (resourceTypes) all.push(usedOn(eb, resourceTypes))
  if (marker) all.push(beyond(marker, query))
  return all
}

function usedOn(eb: ExpressionBuilder<Tables, 'ns'>, resourceTypes: readonly string[]): Expression<SqlBool> {
  if (resourceTypes.length === 0) return sql<SqlBool>`1 = 0`
  return eb(
    'id',
    'in',
    eb
      .selectFrom('metadef_namespace_resource_types as association')
      .innerJoin('metadef_resource_types as type', 'type.id', 'association.resource_type_id')
      .where('type.name', 'in', resourceTypes)
      .select('association.namespace_id'),
  )
}

/** What comes after the marker; the database itself looks up and compares the marker's value. */
function beyond(marker: Namespace, { sortKey, direction }: NamespaceQuery): Expression<SqlBool> {
  const column = sql.raw(sortColumns[sortKey])
  const value = sql`(select ${column} from metadef_namespaces where id = ${marker.id})`
  const further = sql.raw(direction === 'asc' ? '>' : '<')
  return sql<SqlBool>`(${column} ${further} ${value} or (${column} = ${value} and id ${further} ${marker.id}))`
}

function toColumns({ name, displayName, ...attributes }: NamespaceAttributes) {
  return { ...attributes, namespace: name, display_name: displayName }
}

function toNamespace(row: Selectable<MetadefNamespacesTable>): Namespace {
  return {
    id: row.id,
    name: row.namespace,
    displayName: row.display_name,
    description: row.description,
    visibility: row.visibility === 'public' ? 'public' : 'private',
    protected: Boolean(row.protected),
    owner: row.owner,
    createdAt: fromTimestamp(row.created_at),
    updatedAt: fromTimestamp(row.updated_at ?? row.created_at),
  }
}
