import SqliteDatabase from 'better-sqlite3'
import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely'
import type { Database, DatabaseKind } from '@/lib/server/db/database'

/** A database that keeps what it is asked, so that a test can ask how it would be answered. */
export interface WatchedDatabase {
  database: Database
  /** The queries since the last call. */
  taken(): CompiledQuery[]
}

export function watch({ db, kind }: Database): WatchedDatabase {
  // A part of a query is transformed too; only whole ones have a result.
  const asked = new WeakMap<QueryId, RootOperationNode>()
  let answered: CompiledQuery[] = []
  const watching = db.withPlugin({
    transformQuery({ node, queryId }) {
      asked.set(queryId, node)
      return node
    },
    async transformResult({ result, queryId }) {
      const node = asked.get(queryId)
      if (node) answered.push(db.getExecutor().compileQuery(node, queryId))
      return result
    },
  })
  return {
    database: { db: watching, kind },
    taken() {
      const queries = answered
      answered = []
      return queries
    },
  }
}

type QueryId = Parameters<KyselyPlugin['transformQuery']>[0]['queryId']

async function rowsOf({ db }: Database, beginning: string, query: CompiledQuery): Promise<Record<string, unknown>[]> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${beginning} ${query.sql}`, [...query.parameters]))
  return rows as Record<string, unknown>[]
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

async function postgresPlan(database: Database, beginning: string, query: CompiledQuery): Promise<PlanNode[]> {
  const rows = (await rowsOf(database, `explain (${beginning}format json)`, query)) as { 'QUERY PLAN': [{ Plan: PlanNode }] }[]
  return rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan))
}

const plans: Record<DatabaseKind, (database: Database, query: CompiledQuery) => Promise<string[]>> = {
  async sqlite(database, query) {
    const rows = await rowsOf(database, 'explain query plan', query)
    return rows.map(({ detail }) => String(detail)).filter((detail) => /^(SCAN|SEARCH) (images|image_\w+)\b/.test(detail))
  },
  async mysql(database, query) {
    const rows = await rowsOf(database, 'explain', query)
    const read = rows.filter(({ table }) => table !== null && !String(table).startsWith('<'))
    // What is small is read faster whole.
    const way = (type: unknown, rows: unknown) => (type === 'ALL' && Number(rows) > 1000 ? 'SCAN' : 'SEARCH')
    return read.map(({ table, type, rows: estimate, key }) => `${way(type, estimate)} ${table} USING INDEX ${key}`)
  },
  async postgres({ db, kind }, query) {
    // Small tables are read faster whole: what counts is whether an index could serve.
    const nodes = await db.transaction().execute(async (transaction) => {
      await transaction.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'))
      return postgresPlan({ db: transaction, kind }, '', query)
    })
    return nodes
      .filter((node) => node['Relation Name'] || node['Index Name'])
      .map((node) => {
        const way = node['Node Type'] === 'Seq Scan' ? 'SCAN' : 'SEARCH'
        return `${way} ${node['Relation Name']} USING INDEX ${node['Index Name']}`
      })
  },
}

/** How the database would read each table, as `SEARCH table USING INDEX name`, or `SCAN table` where it would read all of it. */
export function planOf(database: Database, query: CompiledQuery): Promise<string[]> {
  return plans[database.kind](database, query)
}

const counts: Record<DatabaseKind, (database: Database, query: CompiledQuery) => Promise<number>> = {
  async sqlite({ db }, query) {
    const [{ file }] = (await db.executeQuery(CompiledQuery.raw('pragma database_list'))).rows as [{ file: string }]
    return imagesSeen(file, query)
  },
  async mysql({ db, kind }, query) {
    return db.connection().execute(async (connection) => {
      const asked = { db: connection, kind }
      await rowsOf(asked, 'flush status', CompiledQuery.raw(''))
      await rowsOf(asked, '', query)
      const counters = await rowsOf(asked, "show session status like 'Handler_read%'", CompiledQuery.raw(''))
      return counters.reduce((sum, { Value }) => sum + Number(Value), 0)
    })
  },
  async postgres(database, query) {
    const nodes = (await postgresPlan(database, 'analyze, ', query)).filter(
      (node) => /Scan/.test(node['Node Type']) && node['Node Type'] !== 'Bitmap Index Scan',
    )
    const rows = nodes.map(
      (node) => ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
    )
    return rows.reduce((sum, each) => sum + each, 0)
  },
}

/** SQLite counts nothing that it reads. A list asks of each image whether it is deleted: whoever is asked is counted. */
function imagesSeen(file: string, query: CompiledQuery): number {
  const database = new SqliteDatabase(file, { readonly: true })
  let seen = 0
  database.function('seen', (value) => {
    seen += 1
    return value
  })
  const asked = query.sql.replaceAll('+"images"."deleted"', 'seen("images"."deleted")')
  database.prepare(asked).all(...query.parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value)))
  database.close()
  return seen
}

/** How many rows the database reads for a query; of SQLite only how many images. */
export function rowsRead(database: Database, query: CompiledQuery): Promise<number> {
  return counts[database.kind](database, query)
}
