import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config'
import { ConfigError } from '../config-file'
import { createImageData } from './create-image-data'
import { isFileStore } from './file-store'
import { createHashPool, type HashPool } from './hash-pool'
import type { ImageData } from './image-data'
import { createSlotPool, type SlotPool } from './slot-pool'
import type { StoreRegistry } from './store-registry'

export interface Stores {
  data: ImageData
  registry: StoreRegistry
  /** Where unfinished uploads are kept: in the default store's file system, if it has one. */
  uploadsFolder: string
  hashes: HashPool
  slots: SlotPool
  stop(): Promise<void>
}

/** What the stores need to be worked with; a folder for uploads that cannot be made is a ConfigError. */
export function startStores(config: Pick<Config, 'dataFolder' | 'DEFAULT'>, registry: StoreRegistry): Stores {
  const uploadsFolder = openUploadsFolder(config.dataFolder, registry)
  const hashes = createHashPool(config.DEFAULT.hashing_algorithm)
  const slots = createSlotPool()
  const data = createImageData({ stores: registry, hashes, slots })
  return { registry, uploadsFolder, hashes, slots, data, stop: () => hashes.stop() }
}

function openUploadsFolder(dataFolder: string, { default: { store } }: StoreRegistry): string {
  if (isFileStore(store)) return store.uploadsFolder
  const folder = join(dataFolder, 'uploads')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o750 })
    return folder
  } catch (error) {
    throw new ConfigError(`the folder of uploads ${folder} cannot be made: ${(error as Error).message}`)
  }
}
