import type { Kysely, Transaction } from 'kysely'

/** Runs statements that succeed or fail together: in the transaction that `db` is already, or else in one of their own. */
export async function inTransaction<S, T>(db: Kysely<S>, write: (trx: Kysely<S>) => Promise<T>): Promise<T> {
  return db.isTransaction ? write(db) : db.transaction().execute((trx: Transaction<S>) => write(trx))
}
