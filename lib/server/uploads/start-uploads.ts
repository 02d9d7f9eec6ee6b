import type { Logger } from 'pino'
import type { Database } from '../db/database'
import type { Quotas } from '../quota/quota-service'
import type { HashPool } from '../stores/hash-pool'
import type { SlotPool } from '../stores/slot-pool'
import type { StoreRegistry } from '../stores/store-registry'
import { createKeptHashers } from './kept-hashers'
import { createStaging } from './staging'
import { createTusProtocol, type TusProtocol } from './tus-protocol'
import { createFinisher } from './upload-finish'
import type { UploadImages } from './upload-images'
import { createUploadLocks } from './upload-locks'
import { createUploadRepository } from './upload-repository'
import { createUploadRoom, type UploadRoom } from './upload-room'
import { createUploadService, type UploadService } from './upload-service'
import { createUploadUpkeep, type UploadUpkeep } from './upload-upkeep'

export interface UploadsOptions {
  db: Database['db']
  images: UploadImages
  registry: StoreRegistry
  quotas: Pick<Quotas, 'roomForUpload' | 'bytesLeft'>
  uploadsFolder: string
  hashes: HashPool
  slots: SlotPool
  log: Logger
  /** `[vitrine] upload_expiry`. */
  expirySeconds: number
  /** `[DEFAULT] image_size_cap`. */
  sizeCap: number
}

/** Everything about uploads that may be interrupted. */
export interface Uploads extends UploadService, UploadUpkeep, Pick<UploadRoom, 'room'> {
  tus: TusProtocol
  /** Ends the periodic clean-up and waits for uploads that are being finished. */
  stop(): Promise<void>
}

const sweepMs = 10 * 60 * 1000

/** Puts the pieces together and begins the periodic clean-up. */
export function startUploads({ db, hashes, ...options }: UploadsOptions): Uploads {
  const parts = {
    ...options,
    records: createUploadRepository(db),
    staging: createStaging(options.uploadsFolder),
    hashers: createKeptHashers(hashes),
    locks: createUploadLocks(),
  }
  const finisher = createFinisher(parts)
  const space = createUploadRoom(parts)
  const uploads = createUploadService({ ...parts, finisher })
  const upkeep = createUploadUpkeep({ ...parts, finisher })
  const sweeping = setInterval(() => {
    upkeep.sweep().catch((error) => options.log.error({ err: error }, 'the clean-up of uploads failed'))
  }, sweepMs).unref()
  return {
    ...uploads,
    ...upkeep,
    room: space.room,
    tus: createTusProtocol({ ...parts, finisher, uploads, space }),
    async stop() {
      clearInterval(sweeping)
      await finisher.idle()
    },
  }
}
