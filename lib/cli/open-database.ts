import { loadConfig } from '../server/config'
import { type Database, openDatabase } from '../server/db/database'
import { migrate } from '../server/db/migrate'

/** The option that every command on the database takes, as the server does. */
export const configFileOption = { 'config-file': { type: 'string', multiple: true } } as const

/** Runs on the database of the configuration, in the newest schema. */
export async function withDatabase<T>(configFiles: readonly string[] = [], run: (database: Database) => Promise<T>): Promise<T> {
  const { database } = loadConfig(configFiles.flatMap((file) => ['--config-file', file]))
  const opened = openDatabase(database.connection, 1)
  try {
    await migrate(opened)
    return await run(opened)
  } finally {
    await opened.db.destroy()
  }
}
