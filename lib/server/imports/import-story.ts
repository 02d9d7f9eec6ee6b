import type { Logger } from 'pino'
import type { Config } from '../config'
import type { ImageImportService } from '../images/image-import-service'
import type { ImageService } from '../images/image-service'
import type { PeerNodes } from '../peer-nodes'
import type { Policy } from '../policy/policy'
import type { Quotas } from '../quota/quota-service'
import type { ImageData } from '../stores/image-data'
import type { StoreRegistry } from '../stores/store-registry'
import type { TaskService } from '../tasks/task-service'
import type { ImportFlow } from './import-flow'
import type { StagingArea } from './staging-area'
import type { UriFilter } from './uri-filter'

export interface ImportsOptions {
  config: Config
  /** Images by id. */
  images: ImageImportService
  /** Images as a caller sees them. */
  access: Pick<ImageService, 'findVisible' | 'get' | 'create'>
  policy: Policy
  quotas: Quotas
  registry: StoreRegistry
  data: ImageData
  staging: StagingArea
  /** The other nodes, where data may be staged. */
  peers: PeerNodes
  tasks: TaskService
  keystoneUrl: () => string
  log: Logger
}

/** What each story has at hand. */
export interface Story extends ImportsOptions {
  filter: UriFilter
  flow: ImportFlow
}
