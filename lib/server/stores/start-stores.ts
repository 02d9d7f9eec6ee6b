import type { Config } from '../config'
import { createImageData } from './create-image-data'
import { createFileStore, type FileStore } from './file-store'
import { createHashPool, type HashPool } from './hash-pool'
import type { ImageData } from './image-data'
import { createSlotPool, type SlotPool } from './slot-pool'

export interface Stores {
  data: ImageData
  store: FileStore
  hashes: HashPool
  slots: SlotPool
  stop(): Promise<void>
}

/** Opens the store that the configuration names; one that cannot be written is a ConfigError. */
export function startStores({ glance_store, DEFAULT }: Pick<Config, 'glance_store' | 'DEFAULT'>): Stores {
  const store = createFileStore({
    folder: glance_store.filesystem_store_datadir,
    permissions: glance_store.filesystem_store_file_perm,
  })
  const hashes = createHashPool(DEFAULT.hashing_algorithm)
  const slots = createSlotPool()
  return { store, hashes, slots, data: createImageData({ store, hashes, slots }), stop: () => hashes.stop() }
}
