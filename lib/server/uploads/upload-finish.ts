import { headBytes } from '@/lib/contract/inspect/inspect-head'
import { isProblem, Problem, type ProblemKind } from '@/lib/contract/problem'
import type { ReceivedBytes } from '../stores/image-data'
import { takeIn } from '../stores/intake'
import { putFile } from '../stores/put-file'
import type { SlotPool } from '../stores/slot-pool'
import type { StoreRegistry } from '../stores/store-registry'
import type { KeptHashers } from './kept-hashers'
import type { Staging } from './staging'
import type { Upload } from './upload'
import type { UploadImages } from './upload-images'
import type { UploadLocks } from './upload-locks'
import type { UploadRepository } from './upload-repository'

export interface FinishParts {
  images: UploadImages
  records: UploadRepository
  staging: Staging
  registry: StoreRegistry
  slots: SlotPool
  hashers: KeptHashers
  locks: UploadLocks
}

export interface Finisher {
  /** Makes the image active; several callers share one attempt. Throws the Problem that the image's state or bytes are. */
  finish(id: string): Promise<void>
  /** Removes the upload and its bytes. */
  end(id: string): Promise<void>
  /** Ends an upload whose image needs it no more; answers whether it did. */
  endIfPointless(upload: Upload, error: unknown): Promise<boolean>
  /** An upload finished not long ago: its client may have missed the answer. */
  finished(id: string): Upload | undefined
  /** Fulfilled when nothing is being finished. */
  idle(): Promise<void>
}

/** Refusals that the same bytes would meet again. A quota or a full store is none: there may be room tomorrow. */
const refusals: readonly ProblemKind[] = ['badRequest', 'forbidden', 'unsupportedMedia']
const rememberedUploads = 1000

/**
 * Turns complete uploads into image data. The staged file becomes the object, by a second name or by a copy, and keeps its
 * own name until the image is active, so that a crash between any two steps loses nothing: the next start finishes it again.
 */
export function createFinisher(parts: FinishParts): Finisher {
  const { images, records, staging, registry, hashers, locks } = parts
  const running = new Map<string, Promise<void>>()
  const done = new Map<string, Upload>()

  async function end(id: string) {
    hashers.release(id)
    await records.remove(id)
    await staging.remove(id)
  }

  async function endAsFinished(upload: Upload) {
    if (done.size >= rememberedUploads) done.delete(done.keys().next().value as string)
    done.set(upload.id, upload)
    await end(upload.id)
  }

  async function endIfPointless(upload: Upload, error: unknown): Promise<boolean> {
    const kind = isProblem(error) ? error.kind : undefined
    const gone = kind === 'notFound' || kind === 'gone'
    if (!gone && (kind !== 'conflict' || (await images.hasData(upload.imageId)) === false)) return false
    // It was being finished when the server died, and the image is active: the client shall see that it is done.
    if (!gone && upload.state === 'finishing') await endAsFinished(upload)
    else await end(upload.id)
    return true
  }

  async function settle(upload: Upload, error: unknown) {
    if (await endIfPointless(upload, error)) return
    const reason = isProblem(error) ? error.message : 'The upload could not be finished; it will be tried again.'
    if (!isProblem(error) || !refusals.includes(error.kind)) return records.setState(upload.id, 'receiving', reason)
    await records.setState(upload.id, 'failed', reason)
    hashers.release(upload.id)
    await staging.remove(upload.id)
  }

  async function run(id: string) {
    const upload = await records.find(id)
    if (!upload || upload.state === 'failed') throw new Problem('gone', upload?.reason ?? 'The upload has ended.')
    await records.setState(id, 'finishing', null)
    try {
      await images.activate(upload.imageId, async (_image, accept) => {
        const { store } = registry.target(upload.metadata.store ?? undefined)
        const received = await measure(parts, upload)
        accept(received)
        return { ...received, location: await putFile(store, staging.path(id), upload.imageId) }
      })
    } catch (error) {
      await settle(upload, error)
      throw error
    }
    await endAsFinished(upload)
  }

  return {
    end,
    endIfPointless,
    finished: (id) => done.get(id),
    finish(id) {
      const known = running.get(id)
      if (known) return known
      const started = locks
        .hold(
          id,
          () => undefined,
          () => run(id),
        )
        .finally(() => running.delete(id))
      running.set(id, started)
      return started
    },
    async idle() {
      await Promise.allSettled(running.values())
    },
  }
}

/** Size, hashes and head of a complete upload; what its hasher has not read yet, or lost, is read from the disk. */
async function measure({ staging, hashers, slots }: FinishParts, upload: Upload): Promise<ReceivedBytes> {
  const hasher = hashers.take(upload.id, upload.size)
  try {
    const rest = staging.read(upload.id, hasher.position)
    const consume = hasher.update
    await takeIn(rest, { slots, consume, limit: upload.size - hasher.position, signal: new AbortController().signal })
    const size = hasher.position
    if (size !== upload.size) throw new Problem('storeUnavailable', 'The staged file is shorter than the upload.')
    return { size, ...(await hasher.digest()), head: await staging.head(upload.id, headBytes) }
  } finally {
    hasher.release()
  }
}
