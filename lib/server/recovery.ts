import type { Logger } from 'pino'
import type { FileStore } from './stores/file-store'

export interface RecoveryParts {
  images: {
    /** Brings every `saving` image back to `queued`; answers their ids. */
    recoverInterrupted(): Promise<string[]>
    /** Null: there is no such image; true: it has a location. */
    hasData(imageId: string): Promise<boolean | null>
  }
  uploads: {
    /** Brings records and staged files together, and goes on finishing what was complete. */
    recover(): Promise<void>
  }
  store: FileStore
  log: Logger
}

const imageId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Puts right what a crash has left, before the first request: no image stays `saving`, no partial or orphaned data stays,
 * uploads go on where they were. Files that no image row knows may be anybody's: they are named in the log and kept.
 */
export async function recover({ images, uploads, store, log }: RecoveryParts): Promise<void> {
  const interrupted = await images.recoverInterrupted()
  if (interrupted.length > 0) log.warn({ imageIds: interrupted }, 'uploads were interrupted: their images are queued again')
  await store.removeIncoming()
  await removeOrphans({ images, store, log })
  await uploads.recover()
}

async function removeOrphans({ images, store, log }: Omit<RecoveryParts, 'uploads'>) {
  const strangers: string[] = []
  for (const key of await store.keys()) {
    if (!imageId.test(key)) continue
    const hasData = await images.hasData(key)
    if (hasData === null) strangers.push(key)
    if (hasData === false) {
      log.warn({ imageId: key }, 'removed data that an interrupted upload or deletion had left')
      await store.remove(store.location(key))
    }
  }
  if (strangers.length > 0)
    log.warn({ files: strangers.slice(0, 100), count: strangers.length }, 'files of no known image are kept')
}
