import type { Logger } from 'pino'
import type { Upload } from './upload'
import type { Finisher, FinishParts } from './upload-finish'

export interface UploadUpkeep {
  /** Brings records and staged files together after a crash, and goes on finishing what was complete. */
  recover(): Promise<void>
  /** Removes expired uploads, and those whose image is deleted or has got its data in another way. */
  sweep(): Promise<void>
}

export interface UpkeepParts extends FinishParts {
  finisher: Finisher
  log: Logger
  expirySeconds: number
}

/** What keeps the staging folder from growing for ever. */
export function createUploadUpkeep(parts: UpkeepParts): UploadUpkeep {
  const { records, staging, finisher, images, locks, log } = parts

  async function recoverOne(upload: Upload) {
    if (upload.state === 'failed') return
    const file = await staging.find(upload.id)
    if (!file) return records.remove(upload.id)
    if (file.size === upload.size) return finishLater(upload)
    if (upload.state === 'finishing') await records.setState(upload.id, 'receiving', null)
  }

  /** It may take minutes, and the client that asks for the upload waits for it anyway. */
  function finishLater({ id, imageId }: Upload) {
    finisher.finish(id).then(
      () => log.info({ uploadId: id, imageId }, 'finished an upload that the last stop had interrupted'),
      (error) => log.warn({ uploadId: id, imageId, err: error }, 'an interrupted upload could not be finished'),
    )
  }

  async function isOver(upload: Upload): Promise<boolean> {
    const lastByteAt = (await staging.find(upload.id))?.modifiedAt ?? upload.updatedAt
    if (lastByteAt.getTime() + parts.expirySeconds * 1000 < Date.now()) return true
    if (!(await images.exists(upload.imageId))) return true
    return upload.state === 'receiving' && (await images.hasData(upload.imageId)) !== false
  }

  return {
    async recover() {
      const uploads = await records.all()
      const known = new Set(uploads.map(({ id }) => id))
      for (const id of await staging.ids()) if (!known.has(id)) await staging.remove(id)
      for (const upload of uploads) await recoverOne(upload)
    },
    async sweep() {
      for (const upload of await records.all()) {
        if (!locks.isHeld(upload.id) && (await isOver(upload))) await finisher.end(upload.id)
      }
    },
  }
}
