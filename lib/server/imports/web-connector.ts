import type { Settings } from '../config-options'
import type { WebConnector } from '../stores/http-fetch'
import { createSafeFetch } from './safe-fetch'
import { createUriFilter } from './uri-filter'

/** Lets stores fetch from the web by the rules of `[import_filtering_opts]`. */
export function createWebConnector(settings: Settings['import_filtering_opts']): WebConnector {
  const filter = createUriFilter(settings)
  return (options) => createSafeFetch({ ...options, filter })
}
