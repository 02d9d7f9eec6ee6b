import type { Config } from '../config'
import type { ByteStore } from './byte-store'
import { createImageData } from './create-image-data'
import type { FileStore } from './file-store'
import { createHashPool, type HashPool } from './hash-pool'
import type { WebConnector } from './http-fetch'
import type { ImageData } from './image-data'
import { openStores } from './open-stores'
import { createSlotPool, type SlotPool } from './slot-pool'
import type { StoreRegistry } from './store-registry'

export interface Stores {
  data: ImageData
  registry: StoreRegistry
  /** The default store: unfinished uploads are kept in its file system. */
  store: FileStore
  hashes: HashPool
  slots: SlotPool
  stop(): Promise<void>
}

/** Opens the stores that the configuration names; one that cannot be written is a ConfigError. */
export function startStores(config: Pick<Config, 'backends' | 'glance_store' | 'DEFAULT'>, connect: WebConnector): Stores {
  const registry = openStores(config, connect)
  const { store } = registry.default
  if (!isFileStore(store)) throw new Error('The configuration lets only a file store be the default')
  const hashes = createHashPool(config.DEFAULT.hashing_algorithm)
  const slots = createSlotPool()
  return { registry, store, hashes, slots, data: createImageData({ stores: registry, hashes, slots }), stop: () => hashes.stop() }
}

export function isFileStore(store: ByteStore): store is FileStore {
  return 'adopt' in store
}
