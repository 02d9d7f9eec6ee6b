import { Problem } from '@/lib/contract/problem'

/** How better-sqlite3, mysql2 and pg call a row whose key is taken. */
const codes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY', '23505'])

export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(String(error.code))
}

/** Runs a write; a key that is taken becomes a `conflict` with the message. */
export async function onlyOnce<T>(message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (isDuplicate(cause)) throw new Problem('conflict', message, { cause })
    throw cause
  }
}
