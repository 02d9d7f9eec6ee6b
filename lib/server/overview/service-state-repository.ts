import { sql } from 'kysely'
import type { Database, DatabaseKind } from '../db/database'

/** What the database tells of itself, and of what is under way. */
export interface ServiceStateRepository {
  readonly kind: DatabaseKind
  version(): Promise<string>
  /** Uploads that may go on, and tasks that have not ended. */
  underWay(): Promise<{ uploads: number; tasks: number }>
}

export function createServiceStateRepository({ db, kind }: Database): ServiceStateRepository {
  return {
    kind,
    async version() {
      const asked = kind === 'sqlite' ? sql<{ version: string }>`select sqlite_version() as version` : versionOfServer
      const { rows } = await asked.execute(db)
      return rows[0]?.version.split(' (')[0] ?? ''
    },
    async underWay() {
      const uploads = await db
        .selectFrom('vitrine_uploads')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('state', '!=', 'failed')
        .executeTakeFirst()
      const tasks = await db
        .selectFrom('tasks')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('status', 'in', ['pending', 'processing'])
        .where('deleted', '=', false)
        .executeTakeFirst()
      return { uploads: Number(uploads?.count), tasks: Number(tasks?.count) }
    },
  }
}

const versionOfServer = sql<{ version: string }>`select version() as version`
