import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config'
import type { Database } from '../db/database'
import type { Image } from '../images/image'
import { createFileStore } from '../stores/file-store'
import type { ImageData } from '../stores/image-data'
import { slotBytes } from '../stores/slot-pool'
import type { StoreRegistry } from '../stores/store-registry'
import { createCacheQueue } from './cache-queue'
import { createCacheRepository } from './cache-repository'
import type { CacheDisk, Pruned } from './cache-service'
import { createCachedBytes } from './cached-bytes'

export interface CacheOptions {
  config: Pick<Config, 'DEFAULT'>
  database: Database
  findImage(id: string): Promise<Image | null>
  stores: StoreRegistry
  data: ImageData
  log: Logger
}

/** What is queued stays so for a moment, as in Glance, so that who has queued it finds it in the list. */
const queuedForMs = 500

/** How other nodes and administrators know this one. */
function nodeUrl({ worker_self_reference_url, bind_host, bind_port }: CacheOptions['config']['DEFAULT']): string {
  return worker_self_reference_url || `http://${bind_host}:${bind_port}`
}

/** Opens the cache in `image_cache_dir`; null where that is not set. */
export async function startCache({ config, database, findImage, stores, data, log }: CacheOptions): Promise<CacheDisk | null> {
  const { image_cache_dir: folder, image_cache_max_size, image_cache_stall_time } = config.DEFAULT
  if (!folder) return null
  const files = createFileStore({ id: 'cache', section: 'DEFAULT', option: 'image_cache_dir', folder, permissions: 0 })
  await files.removeIncoming()
  const repository = await createCacheRepository(database, nodeUrl(config.DEFAULT))
  const bytes = createCachedBytes({ files, folder, repository, log, onKept: () => prune() })

  async function prune(): Promise<Pruned> {
    const cached = await repository.all()
    let left = cached.reduce((sum, { size }) => sum + size, 0)
    const pruned = { files: 0, bytes: 0 }
    for (const { imageId, size } of cached) {
      if (left <= image_cache_max_size) break
      await bytes.remove(imageId)
      left -= size
      pruned.files += 1
      pruned.bytes += size
    }
    return pruned
  }

  async function clean() {
    const cached = await repository.all()
    for (const { imageId } of cached) if (!bytes.has(imageId) || !(await findImage(imageId))) await bytes.remove(imageId)
    await bytes.removeStrangers(new Set(cached.map(({ imageId }) => imageId)), image_cache_stall_time * 1000)
  }

  async function fetch(imageId: string, signal: AbortSignal) {
    const image = await findImage(imageId)
    if (!image || (await repository.find(imageId))) return
    const source = await bytes.keep(image, await data.openFirst(stores.readable(image.locations)))
    try {
      const buffer = Buffer.allocUnsafeSlow(slotBytes)
      while (!signal.aborted && (await source.read(buffer)) > 0);
    } finally {
      await source.close()
    }
  }

  const queue = createCacheQueue(join(folder, '.vitrine', 'queue'), fetch, log)
  const work = () => void queue.work().catch((err) => log.error({ err }, 'the queue of the cache cannot be read'))
  work()
  let soon: NodeJS.Timeout | undefined

  return {
    prune,
    clean,
    dequeue: queue.remove,
    evict: bytes.remove,
    nodesOf: repository.nodesOf,
    async state() {
      // In this order, an image that changes lists meanwhile is in both for once, and not in neither.
      const queued = await queue.ids()
      return { cached: await repository.all(), queued }
    },
    async queue(imageId) {
      if (await repository.find(imageId)) return
      await queue.add(imageId)
      clearTimeout(soon)
      soon = setTimeout(work, queuedForMs)
    },
    open: ({ id }) => bytes.open(id),
    async keep({ image, locations }, source) {
      // What lies on a disk of this machine gains nothing from a second copy on it.
      const remote = image.status === 'active' && locations.every((location) => stores.storeOf(location)?.type !== 'file')
      return remote ? bytes.keep(image, source) : source
    },
    stop() {
      clearTimeout(soon)
      return queue.stop()
    },
  }
}
