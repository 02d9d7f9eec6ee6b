import { isProblem, Problem } from '@/lib/contract/problem'
import { noteSubject } from '../audit/audit-subject'
import type { Context } from '../context'
import { hashAndWrite } from '../stores/create-image-data'
import { takeIn } from '../stores/intake'
import type { Upload, UploadProgress } from './upload'
import type { Finisher, FinishParts } from './upload-finish'

export interface Chunk {
  /** Where the client believes the upload to be, in bytes. */
  offset: number
  /** How many bytes the client announced; null where it did not. */
  length: number | null
  /** Opens the body; called after every check that can refuse it. */
  open(): AsyncIterable<Uint8Array>
}

export interface UploadService {
  /** An upload of the caller's project; `notFound` for anybody else's. */
  get(ctx: Context, id: string): Promise<UploadProgress>
  /** The same, as long as it can go on: `gone` when it has failed or expired. */
  getOpen(ctx: Context, id: string): Promise<UploadProgress>
  /** The uploads of the caller's project, failed ones too, oldest first. */
  list(ctx: Context): Promise<UploadProgress[]>
  /** Appends a chunk; the last one waits until the image is active. What arrived before a failure stays. */
  append(ctx: Context, id: string, chunk: Chunk): Promise<UploadProgress>
  expiresAt(upload: UploadProgress): Date
}

export interface UploadServiceParts extends FinishParts {
  finisher: Finisher
  expirySeconds: number
}

/** Uploads that may be interrupted and go on later. */
export function createUploadService(parts: UploadServiceParts): UploadService {
  const { images, records, staging, hashers, locks, finisher, slots } = parts

  /** How far an upload is, and when its last byte came. */
  async function progress(upload: Upload): Promise<UploadProgress> {
    const file = await staging.find(upload.id)
    return { ...upload, offset: file?.size ?? 0, updatedAt: file?.modifiedAt ?? upload.updatedAt }
  }

  function expiresAt({ updatedAt }: UploadProgress): Date {
    return new Date(updatedAt.getTime() + parts.expirySeconds * 1000)
  }

  async function get(ctx: Context, id: string): Promise<UploadProgress> {
    const upload = await records.find(id)
    if (!upload || upload.projectId !== ctx.projectId) throw new Problem('notFound', 'The upload could not be found.')
    return progress(upload)
  }

  async function getOpen(ctx: Context, id: string): Promise<UploadProgress> {
    const found = await get(ctx, id)
    if (found.state === 'failed') throw new Problem('gone', found.reason ?? 'The upload has failed.')
    if (expiresAt(found) < new Date()) throw new Problem('gone', 'The upload has expired.')
    return found
  }

  async function receive(upload: Upload, { offset, length, open }: Chunk, signal: AbortSignal): Promise<void> {
    const size = (await staging.find(upload.id))?.size
    // If the offsets do not match, the Server MUST respond with the 409 Conflict status without modifying the upload.
    if (size !== offset) throw new Problem('conflict', `The upload is at ${size ?? 'its end'}, not at ${offset}.`)
    if (length !== null && offset + length > upload.size)
      throw new Problem('tooLarge', `The chunk goes beyond the ${upload.size} bytes that were announced.`)
    await staging.append(upload.id, offset, async (write) => {
      const consume = hashAndWrite(hashers.at(upload.id, offset), write)
      await takeIn(open(), { slots, consume, limit: upload.size - offset, signal })
    })
  }

  /** A full disk stops an upload, it does not end it: what is there stays until there is room again, or it expires. */
  async function noteWhenFull(upload: Upload, error: unknown): Promise<never> {
    // What the disk refuses has the system's error as its cause; a chunk that is too long has none.
    if (isProblem(error) && error.kind === 'tooLarge' && error.cause) {
      // The database may be on the same disk; the client is told in any case.
      await records.setState(upload.id, 'receiving', error.message).catch(() => undefined)
    }
    throw error
  }

  return {
    get,
    getOpen,
    expiresAt,
    async list(ctx) {
      const uploads = ctx.projectId === null ? [] : await records.ofProject(ctx.projectId)
      return Promise.all(uploads.map(progress))
    },
    async append(ctx, id, chunk) {
      const upload = await getOpen(ctx, id)
      await images.authorizeUpload(ctx, upload.imageId, upload.size).catch(async (error) => {
        await finisher.endIfPointless(upload, error)
        throw error
      })
      const replaced = new AbortController()
      const signal = AbortSignal.any([ctx.signal, replaced.signal])
      const cancel = () => replaced.abort(new Error('Another request for the same upload has come'))
      await locks.hold(id, cancel, () => receive(upload, chunk, signal).catch((error) => noteWhenFull(upload, error)))
      const now = await progress(upload)
      if (now.offset < now.size) return now
      noteSubject(ctx, upload.imageId)
      await finisher.finish(id)
      return now
    },
  }
}
