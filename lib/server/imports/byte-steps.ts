import { Problem } from '@/lib/contract/problem'
import { bytesOf, counted } from '../stores/source-bytes'
import type { ImportJob, ImportParts, ImportStep } from './import-job'

/** The steps that bring an image's data into the staging area. */
export function createByteSteps({ config, images, data, staging, fetch }: ImportParts) {
  const sizeCap = config.DEFAULT.image_size_cap

  async function stage(job: ImportJob, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const { report, signal } = job.run
    const progress = (total: number) => report(`Received ${Math.floor(total / 1024 ** 2)} MiB`)
    return staging.receive(job.imageId, counted(bytes, progress), { sizeCap, signal })
  }

  const removeStaged: ImportStep['undo'] = ({ imageId }) => staging.remove(imageId)

  /** Everything at an address; `expected` bytes where somebody has said how many there are. */
  async function download(job: ImportJob, uri: string, { headers = {}, expected }: DownloadOptions = {}): Promise<void> {
    const answer = await fetch(uri, { method: 'GET', headers, signal: job.run.signal })
    try {
      if (answer.status !== 200)
        throw new Problem('badRequest', `${new URL(uri).host} answered ${answer.status} to the download.`)
      const size = await stage(job, answer.body)
      if (expected !== undefined && size !== expected) {
        await staging.remove(job.imageId)
        throw new Problem('badRequest', `The image has ${expected} bytes there, but ${size} came.`)
      }
    } finally {
      answer.close()
    }
  }

  const moveToImporting = (from: 'queued' | 'uploading'): ImportStep => ({
    name: `make it importing, from ${from}`,
    async run(job) {
      await images.move(job.imageId, from, 'importing')
      job.image = await images.current(job.imageId)
    },
    async undo({ imageId }) {
      if ((await images.find(imageId))?.status === 'importing') await images.move(imageId, 'importing', 'queued')
    },
  })

  const webDownload: ImportStep = {
    name: 'download it into the staging area',
    async run(job) {
      if (job.method.name === 'web-download') await download(job, job.method.uri)
    },
    undo: removeStaged,
  }

  const takeStaged: ImportStep = {
    name: 'find it in the staging area',
    async run({ imageId }) {
      if ((await staging.size(imageId)) === null) throw new Problem('conflict', 'The staged data are not here any more.')
    },
    undo: removeStaged,
  }

  const stageCopy: ImportStep = {
    name: 'copy it into the staging area',
    async run(job) {
      await stage(
        job,
        bytesOf(() => data.openFirst(job.image.locations)),
      )
    },
    undo: removeStaged,
  }

  return { download, moveToImporting, removeStaged, webDownload, takeStaged, stageCopy }
}

export interface DownloadOptions {
  headers?: Record<string, string>
  /** In bytes. */
  expected?: number
}
