import type { Logger } from 'pino'
import { isFileStore } from './stores/file-store'
import type { ImageLocation } from './stores/image-location'
import type { StoreRegistry } from './stores/store-registry'

export interface RecoveryParts {
  images: {
    /** Brings every `saving` image back to `queued`; answers their ids. */
    recoverInterrupted(): Promise<string[]>
    /** Null for an id that was never used; else where its bytes are. */
    locationsOf(imageId: string): Promise<readonly ImageLocation[] | null>
  }
  uploads: {
    /** Brings records and staged files together, and goes on finishing what was complete. */
    recover(): Promise<void>
  }
  stores: StoreRegistry
  log: Logger
}

const imageId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Puts right what a crash has left, before the first request: no image stays `saving`, no partial or orphaned data stays,
 * uploads go on where they were. Files that no image row knows may be anybody's: they are named in the log and kept.
 */
export async function recover({ images, uploads, stores, log }: RecoveryParts): Promise<void> {
  const interrupted = await images.recoverInterrupted()
  if (interrupted.length > 0) log.warn({ imageIds: interrupted }, 'uploads were interrupted: their images are queued again')
  for (const { id } of stores.all()) await removeOrphans({ images, stores, log }, id)
  await uploads.recover()
}

async function removeOrphans({ images, stores, log }: Omit<RecoveryParts, 'uploads'>, storeId: string) {
  const store = stores.find(storeId)?.store
  if (!store || !isFileStore(store)) return
  await store.removeIncoming()
  const strangers: string[] = []
  for (const { key, location } of await store.objects()) {
    if (!imageId.test(key)) continue
    const locations = await images.locationsOf(key)
    // A location that no store claims could be this very file under another name of its folder.
    const holders = locations?.map((holding) => stores.storeOf(holding)?.id)
    if (!holders) strangers.push(key)
    else if (!holders.includes(storeId) && !holders.includes(undefined)) {
      log.warn({ imageId: key, store: storeId }, 'removed data that an interrupted upload or deletion had left')
      await store.remove(location)
    }
  }
  if (strangers.length > 0)
    log.warn({ store: storeId, files: strangers.slice(0, 100), count: strangers.length }, 'files of no known image are kept')
}
