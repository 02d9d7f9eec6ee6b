import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Database, DatabaseKind } from '@/lib/server/db/database'
import { type DatabaseServer, databaseServers } from './database-servers'

/** What a suite runs on. */
export interface TestDatabase {
  readonly kind: DatabaseKind
  /** The suite's own, with Vitrine's schema; there once hooks and tests run. */
  readonly database: Database
  /** One more, as new. */
  create(): Promise<Database>
}

/** Runs a suite on each database that Vitrine runs on and this machine has. */
export function describeOnDatabases(name: string, suite: (on: TestDatabase) => void): void {
  describe.each(databaseServers)(`${name} on $kind`, ({ kind, missing, start }) => {
    if (missing) return it.skip(missing)
    let server: DatabaseServer
    let database: Database
    beforeAll(async () => {
      server = await start()
      database = await server.create()
    })
    afterAll(() => server?.stop())
    suite({
      kind,
      get database() {
        return database
      },
      create: () => server.create(),
    })
  })
}
