import type { Logger } from 'pino'
import type { ImportMethod } from '@/lib/contract/import-request'
import type { Config } from '../config'
import type { Context } from '../context'
import type { Image } from '../images/image'
import type { ImageImportService } from '../images/image-import-service'
import type { Quotas } from '../quota/quota-service'
import type { HttpFetch } from '../stores/http-fetch'
import type { ImageData } from '../stores/image-data'
import type { TaskRun } from '../tasks/task-service'
import type { ConvertibleFormat } from './qemu-img'
import type { StagingArea } from './staging-area'

/** What a client has asked for, after every check that can be made at once. */
export interface ImportOrder {
  imageId: string
  method: ImportMethod
  /** The stores that are to hold the data, by their ids. */
  stores: readonly string[]
  /** Whether one store that fails undoes it all. */
  allMustSucceed: boolean
  /** What the data are converted to before they are stored, where the plugins do not say it all. */
  convertTo?: ConvertibleFormat
}

/** An import under way. */
export interface ImportJob extends ImportOrder {
  run: TaskRun
  /** Who asked; the request itself is over. */
  caller: Pick<Context, 'token' | 'roles'>
  /** The image as the steps before have left it. */
  image: Image
  /** Stores that are still to come, in order. */
  importing: string[]
  failed: string[]
  /** Locations of copies that are not the image's yet. */
  unclaimed: string[]
}

/** What steps work with. */
export interface ImportParts {
  config: Config
  images: ImageImportService
  quotas: Pick<Quotas, 'assertRoomForData'>
  data: ImageData
  staging: StagingArea
  fetch: HttpFetch
  /** Keystone's address, where the caller's catalog is. */
  keystoneUrl: () => string
  log: Logger
}

/** One step of an import. A step that fails leaves nothing behind itself; `undo` takes back one that had succeeded. */
export interface ImportStep {
  name: string
  run(job: ImportJob): Promise<void>
  undo?(job: ImportJob): Promise<void>
}

/** The properties by which clients follow an import. */
export function progressProperties({ importing, failed }: Pick<ImportJob, 'importing' | 'failed'>) {
  return { os_glance_importing_to_stores: importing.join(','), os_glance_failed_import: failed.join(',') }
}
