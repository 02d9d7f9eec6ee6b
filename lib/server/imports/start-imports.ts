import { createImageStaging } from './image-staging'
import { createImportBeginning } from './import-beginning'
import { createImportFlow } from './import-flow'
import { createImportRecovery } from './import-recovery'
import type { ImportService } from './import-service'
import type { ImportsOptions } from './import-story'
import { createSafeFetch } from './safe-fetch'
import { createUriFilter } from './uri-filter'

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
