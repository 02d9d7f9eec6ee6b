import type { Config } from '../config'
import { foldersOf } from '../stores/open-file-store'
import { backendsOf } from '../stores/open-stores'

/** The folders in which images are kept, as far as the configuration names them. */
export function storeFolders(config: Pick<Config, 'backends' | 'glance_store'>): string[] {
  return backendsOf(config)
    .flatMap((backend) => (backend.type === 'file' ? foldersOf(backend) : []))
    .filter(Boolean)
}
