import { Problem } from '@/lib/contract/problem'
import type { ImportedData } from '../images/image-import-service'
import { acceptImageData } from '../inspect/acceptance'
import type { ReceivedBytes } from '../stores/image-data'
import { counted } from '../stores/source-bytes'
import { createTurns } from '../turns'
import { eachAtMost } from './each-at-most'
import { type ImportJob, type ImportParts, type ImportStep, progressProperties } from './import-job'

/** What becomes of each copy: of a new image's data, or of one that is active already. */
interface Copying {
  /** Refuses bytes before they become visible; answers the size of the disk inside. */
  accept(job: ImportJob, received: ReceivedBytes): number | null
  /** Makes a copy the image's. */
  claim(job: ImportJob, copy: ImportedData): Promise<void>
}

/** The steps that bring staged data into the stores. */
export function createStoreSteps({ config, images, quotas, data, staging, log }: ImportParts) {
  const atOnce = config.image_import_opts.max_parallel_stores

  async function store(job: ImportJob, storeId: string, { accept }: Copying): Promise<ImportedData> {
    let virtualSize: number | null = null
    const progress = (total: number) => job.run.report(`Stored ${Math.floor(total / 1024 ** 2)} MiB in ${storeId}`)
    const { head: _, ...stored } = await data.receive(job.imageId, counted(staging.read(job.imageId), progress), {
      store: storeId,
      expectedBytes: (await staging.size(job.imageId)) ?? undefined,
      sizeCap: config.DEFAULT.image_size_cap,
      signal: job.run.signal,
      accept(received) {
        virtualSize = accept(job, received)
      },
    })
    job.unclaimed.push(stored.location)
    return { ...stored, virtualSize }
  }

  async function claim(job: ImportJob, copy: ImportedData, copying: Copying) {
    if (!(await images.belongsTo(job.imageId, job.run.task.id)))
      throw new Problem('conflict', 'Another import has taken over the image.')
    await copying.claim(job, copy)
    job.unclaimed = job.unclaimed.filter((url) => url !== copy.location)
  }

  async function discard(job: ImportJob, urls: readonly string[]) {
    // An import that has taken over stores its copies under the same names.
    if (!(await images.belongsTo(job.imageId, job.run.task.id))) return
    job.unclaimed = job.unclaimed.filter((url) => !urls.includes(url))
    for (const url of urls) {
      await data.remove({ url }).catch((err) => log.error({ imageId: job.imageId, err }, 'an unused copy stays behind'))
    }
  }

  function arrived(job: ImportJob, storeId: string) {
    job.importing = job.importing.filter((id) => id !== storeId)
    return images.change(job.imageId, { setProperties: progressProperties(job) })
  }

  async function allOrNothing(job: ImportJob, copying: Copying) {
    const alone = createTurns(1)
    const copies = await eachAtMost(atOnce, job.stores, async (storeId) => {
      const copy = await store(job, storeId, copying).catch((error) => failedIn(job, storeId, error))
      await alone(() => arrived(job, storeId))
      return copy
    })
    await quotas.assertRoomForData(
      job.image.owner,
      copies.reduce((sum, { size }) => sum + size, 0),
    )
    for (const copy of copies) await claim(job, copy, copying)
  }

  /** The image has what has arrived; it fails only where nothing has. */
  async function whatCanBeHad(job: ImportJob, copying: Copying) {
    let first: unknown
    const alone = createTurns(1)
    await eachAtMost(atOnce, job.stores, async (storeId) => {
      let copy: ImportedData | undefined
      try {
        const stored = await store(job, storeId, copying)
        copy = stored
        await alone(async () => {
          await quotas.assertRoomForData(job.image.owner, stored.size)
          await claim(job, stored, copying)
        })
      } catch (error) {
        first ??= error
        if (copy) await discard(job, [copy.location])
        if (job.run.signal.aborted) throw error
        log.warn({ imageId: job.imageId, store: storeId, err: error }, 'an import did not reach one of its stores')
        job.failed.push(storeId)
      }
      await alone(() => arrived(job, storeId))
    })
    if (job.failed.length === job.stores.length) throw first
  }

  const storing = (name: string, copying: Copying): ImportStep => ({
    name,
    async run(job) {
      try {
        await (job.allMustSucceed ? allOrNothing : whatCanBeHad)(job, copying)
      } catch (error) {
        await discard(job, job.unclaimed)
        throw error
      }
    },
  })

  return {
    storeNew: storing('store it and make it active', {
      accept({ image }, received) {
        const { virtualSize, warnings } = acceptImageData(image, received, config.image_format)
        for (const warning of warnings) log.warn({ imageId: image.id }, warning)
        return virtualSize
      },
      async claim({ imageId }, copy) {
        const { status } = await images.current(imageId)
        await (status === 'importing' ? images.activate(imageId, copy) : images.addCopy(imageId, copy.location))
      },
    }),
    storeCopies: storing('store the copies', {
      accept({ image }, received) {
        const same = image.osHashAlgo === received.osHashAlgo ? image.osHashValue === received.osHashValue : true
        if (!same || image.size !== received.size)
          throw new Problem('conflict', 'The data that were read are not those that the image was made of.')
        return image.virtualSize
      },
      claim: ({ imageId }, { location }) => images.addCopy(imageId, location),
    }),
  }
}

function failedIn(job: ImportJob, storeId: string, error: unknown): never {
  job.failed.push(storeId)
  throw error
}
