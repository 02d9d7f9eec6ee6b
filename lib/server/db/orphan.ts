import { Problem } from '@/lib/contract/problem'

/** How better-sqlite3, mysql2 and pg call a row that refers to one which is not there. */
const codes = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', 'ER_NO_REFERENCED_ROW_2', '23503'])

/** Runs a write; a row that it refers to and that went meanwhile becomes a `notFound` with the message. */
export async function withParent<T>(message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && codes.has(String(cause.code)))
      throw new Problem('notFound', message, { cause })
    throw cause
  }
}
