import type { Logger } from 'pino'
import type { LocationInput } from '@/lib/contract/image-location'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import type { Quotas } from '../quota/quota-service'
import type { ImageData } from '../stores/image-data'
import type { ImageLocation } from '../stores/image-location'
import type { Measured } from '../stores/measure'
import type { StoreRegistry } from '../stores/store-registry'
import type { TaskRun, TaskService } from '../tasks/task-service'
import type { Image } from './image'
import type { FindVisible } from './image-access'
import type { ImageImportRepository } from './image-import-repository'
import type { ImageRepository } from './image-repository'
import { noData } from './image-rows'
import { assertExternal, isReadableFromWeb } from './location-url'

/** Locations as other services of the cloud set and read them. */
export interface ImageLocationService {
  /** Makes bytes that lie elsewhere a queued image's; a task reads and hashes them after the answer. */
  add(ctx: Context, id: string, input: LocationInput): Promise<void>
  list(ctx: Context, id: string): Promise<readonly ImageLocation[]>
}

export interface ImageLocationParts {
  repository: ImageRepository
  locks: ImageImportRepository
  findVisible: FindVisible
  policy: Policy
  quotas: Quotas
  stores: StoreRegistry
  data: ImageData
  tasks: TaskService
  settings: Pick<Settings, 'DEFAULT'>
  log: Logger
}

export function createImageLocationService(parts: ImageLocationParts): ImageLocationService {
  const { repository, locks, findVisible, policy, quotas, stores, data, tasks, log } = parts
  const { do_secure_hash, http_retries, hashing_algorithm } = parts.settings.DEFAULT

  function assertAllowed(ctx: Context, url: string) {
    const trusted = ctx.isAdmin || ctx.roles.includes('service')
    if (!trusted && !isReadableFromWeb(url, stores))
      throw new Problem('forbidden', 'You can only add locations of the web, where a store reads them.')
    assertExternal(url, stores)
  }

  async function measured(url: string, algorithm: string, { signal }: TaskRun): Promise<Measured> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await data.measure({ url }, { algorithm, signal })
      } catch (error) {
        const passing = isProblem(error) && error.kind === 'storeUnavailable' && !signal.aborted
        if (!passing || attempt >= http_retries) throw error
        log.warn({ url, err: error }, 'a location could not be read to its end: once more')
      }
    }
  }

  /** The image becomes active only when its bytes are what the client says. */
  async function verify({ id, owner }: Image, { url, validation_data: expected }: Required<LocationInput>, run: TaskRun) {
    try {
      const { size, checksum, ...hash } = await measured(url, expected.os_hash_algo, run)
      if (hash.osHashValue !== expected.os_hash_value.toLowerCase())
        throw new Problem('badRequest', 'The data at the location do not have the hash of validation_data.')
      await quotas.assertRoomForData(owner, size)
      const location = { url, metadata: stores.metadataOf(url) }
      await repository.move({ id, status: 'importing' }, 'active', { size, checksum, ...hash, location })
    } catch (error) {
      await repository
        .move({ id, status: 'importing' }, 'queued', noData)
        .catch((err) => log.warn({ imageId: id, err }, 'an image could not be brought back to queued'))
      throw error
    }
  }

  /** The image is active at once; its hashes follow where the operator wants them. */
  async function adopt({ id, owner }: Image, { url, validation_data: given }: LocationInput, run: TaskRun) {
    const size = await data.size({ url })
    await quotas.assertRoomForData(owner, size)
    const hash = given && { osHashAlgo: given.os_hash_algo, osHashValue: given.os_hash_value.toLowerCase() }
    const location = { url, metadata: stores.metadataOf(url) }
    await repository.move({ id, status: 'queued' }, 'active', { size, ...hash, location })
    if (!do_secure_hash) return
    const { size: _, ...hashes } = await measured(url, hashing_algorithm, run)
    await repository.setHashes(id, hashes)
  }

  return {
    async add(ctx, id, input) {
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'add_image_location', target)
      if (image.status !== 'queued') throw new Problem('conflict', `The image ${id} is ${image.status}: it takes no location.`)
      assertAllowed(ctx, input.url)
      const verified = do_secure_hash && input.validation_data !== undefined
      const task = await tasks.create(ctx, { type: 'location_import', imageId: id, input: { image_id: id, loc_url: input.url } })
      try {
        if (!(await locks.lock(id, task.id))) throw new Problem('conflict', `Another task works on the image ${id}.`)
        if (verified) await repository.move({ id, status: 'queued' }, 'importing', noData)
      } catch (error) {
        await locks.unlock(id, task.id)
        await tasks.withdraw(task.id)
        throw error
      }
      tasks.start(task, async (run) => {
        try {
          await (verified ? verify(image, input as Required<LocationInput>, run) : adopt(image, input, run))
          return { image_id: id }
        } finally {
          await locks.unlock(id, task.id)
        }
      })
    },

    async list(ctx, id) {
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'fetch_image_location', target)
      return image.locations
    },
  }
}
