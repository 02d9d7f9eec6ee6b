import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { ConfigError } from './config-file'

/**
 * Makes this process the only one on its data folder; the answer lets it go. The lock is SQLite's own, so that the
 * operating system drops it whatever ends the process. A folder in use is a ConfigError.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new SqliteDatabase(join(folder, 'process.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new ConfigError(
      `another Vitrine process uses the data folder ${folder} (VITRINE_DATA sets another): ${(cause as Error).message}`,
    )
  }
  return () => lock.close()
}
