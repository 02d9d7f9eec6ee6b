import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import type { DatabaseKind } from './database'

/** What ends every other connection to this database, as a restart of its server does; SQLite has no server. */
const endOthers: Record<DatabaseKind, string> = {
  sqlite: '',
  mysql: `begin not atomic
    for one in (select id from information_schema.processlist where db = database() and id <> connection_id()) do kill one.id; end for;
  end`,
  postgres:
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
}

describeOnDatabases('lost connections', (on) => {
  const [ask, end] = [sql<{ one: number }>`select 1 as one`, sql.raw(endOthers[on.kind])]
  const answers = () => expect.poll(async () => (await ask.execute(on.database.db)).rows, { timeout: 5000 }).toEqual([{ one: 1 }])

  it.runIf(endOthers[on.kind])('end no process while nobody uses them', async () => {
    const { db } = on.database
    await Promise.all([ask.execute(db), ask.execute(db), ask.execute(db)])
    await end.execute(db)
    await answers()
  })
  it.runIf(endOthers[on.kind])('end no process between the statements of a transaction', async () => {
    const { db } = on.database
    const work = db.transaction().execute(async (trx) => {
      await ask.execute(trx)
      await end.execute(db)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await ask.execute(trx)
    })
    await expect(work).rejects.toThrow()
    await answers()
  })
})
