import { stat, statfs } from 'node:fs/promises'
import { Problem } from '@/lib/contract/problem'
import { capacityOf } from './capacity'
import type { FileStore } from './file-store'
import { guarded } from './guarded'

/** One folder of several. */
export interface StoreFolder {
  path: string
  /** The highest one takes new objects as long as they fit. */
  priority: number
  store: FileStore
}

/**
 * One file store of several folders (`filesystem_store_datadirs`). New objects go to the folder of the highest priority that
 * has room for them, among equals to the one with the most; each is found where it is.
 */
export function spreadStore(id: string, folders: readonly [StoreFolder, ...StoreFolder[]]): FileStore {
  const stores = folders.map(({ store }) => store)
  const byPriority = folders.toSorted((a, b) => b.priority - a.priority)

  function holder(location: string): FileStore {
    const found = stores.find((store) => store.owns(location))
    if (!found) throw new Problem('notFound', 'The location is not one of the file store.', { cause: new Error(location) })
    return found
  }

  return {
    id,
    uploadsFolder: (byPriority[0] ?? folders[0]).store.uploadsFolder,
    owns: (location) => stores.some((store) => store.owns(location)),
    size: async (location) => holder(location).size(location),
    open: async (location, range) => holder(location).open(location, range),
    remove: async (location) => holder(location).remove(location),
    begin: async (key, expectedBytes = 0) => (await roomiest(folders, expectedBytes)).begin(key),
    adopt: async (file, key) => {
      const { size } = await guarded(() => stat(file))
      return (await roomiest(folders, size)).adopt(file, key)
    },
    capacity: () => capacityOf(folders.map(({ path }) => path)),
    objects: async () => (await Promise.all(stores.map((store) => store.objects()))).flat(),
    removeIncoming: async (olderThanMs) => {
      for (const store of stores) await store.removeIncoming(olderThanMs)
    },
  }
}

async function roomiest(folders: readonly StoreFolder[], bytes: number): Promise<FileStore> {
  const measured = await guarded(() =>
    Promise.all(folders.map(async (folder) => ({ ...folder, free: await freeBytes(folder.path) }))),
  )
  const [best] = measured.filter(({ free }) => free >= bytes).toSorted((a, b) => b.priority - a.priority || b.free - a.free)
  if (!best) throw new Problem('tooLarge', 'None of the folders of the image store has room for so many bytes.')
  return best.store
}

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}
