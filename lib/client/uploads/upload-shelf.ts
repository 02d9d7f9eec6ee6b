import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { UploadRecord } from './upload'

interface Schema extends DBSchema {
  uploads: { key: string; value: UploadRecord }
}

/** Where uploads outlive the page. */
export interface UploadShelf {
  all(): Promise<UploadRecord[]>
  put(record: UploadRecord): Promise<void>
  remove(id: string): Promise<void>
}

/** The browser's own database, one shelf per person. A browser without it (private windows) forgets uploads at a reload. */
export function openUploadShelf(userId: string): UploadShelf {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = () => {
    opened ??= openDB<Schema>(`vitrine-${userId}`, 1, {
      upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'id' }),
    })
    return opened
  }
  return {
    all: async () => (await database()).getAll('uploads'),
    put: async (record) => void (await (await database()).put('uploads', record)),
    remove: async (id) => (await database()).delete('uploads', id),
  }
}
