import type { Logger } from 'pino'
import type { Config } from '../config'
import type { ImageImportService } from '../images/image-import-service'
import type { ImageService } from '../images/image-service'
import type { Policy } from '../policy/policy'
import type { ImageData } from '../stores/image-data'
import type { StoreRegistry } from '../stores/store-registry'
import type { TaskService } from '../tasks/task-service'
import { createImageStaging } from './image-staging'
import { createImportBeginning } from './import-beginning'
import { createImportFlow, type ImportFlow } from './import-flow'
import { createImportRecovery } from './import-recovery'
import type { ImportService } from './import-service'
import { createSafeFetch } from './safe-fetch'
import type { StagingArea } from './staging-area'
import { createUriFilter, type UriFilter } from './uri-filter'

export interface ImportsOptions {
  config: Config
  /** Images by id. */
  images: ImageImportService
  /** Images as a caller sees them. */
  access: Pick<ImageService, 'findVisible' | 'get' | 'create'>
  policy: Policy
  registry: StoreRegistry
  data: ImageData
  staging: StagingArea
  tasks: TaskService
  keystoneUrl: () => string
  log: Logger
}

/** What each story has at hand. */
export interface Story extends ImportsOptions {
  filter: UriFilter
  flow: ImportFlow
}

/** Puts the pieces of imports together. */
export function startImports(options: ImportsOptions): ImportService {
  const filter = createUriFilter(options.config.import_filtering_opts)
  const flow = createImportFlow({ ...options, fetch: createSafeFetch({ filter }) })
  const story = { ...options, filter, flow }
  return {
    methods: options.config.DEFAULT.enabled_import_methods,
    ...createImageStaging(story),
    ...createImportBeginning(story),
    ...createImportRecovery(story),
  }
}
