import type { Config } from '../config'

/** The folders in which images are kept: those of `enabled_backends` where there are any, as far as the configuration names them. */
export function storeFolders({ backends, glance_store }: Pick<Config, 'backends' | 'glance_store'>): string[] {
  if (backends.length === 0) return foldersOf(glance_store)
  return backends.flatMap((backend) => (backend.type === 'file' ? foldersOf(backend.options) : []))
}

type FolderOptions = Pick<Config['glance_store'], 'filesystem_store_datadir' | 'filesystem_store_datadirs'>

function foldersOf({ filesystem_store_datadir, filesystem_store_datadirs }: FolderOptions): string[] {
  const several = filesystem_store_datadirs.map(({ path }) => path)
  return several.length > 0 ? several : [filesystem_store_datadir].filter(Boolean)
}
