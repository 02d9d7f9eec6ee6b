import { ConfigError } from '../config-file'
import type { DataFolder } from '../option-readers'
import type { BackendSettings } from '../store-options'
import { createFileStore, type FileStore } from './file-store'
import { readLocationMetadata } from './location-metadata-file'
import { spreadStore } from './spread-store'
import type { ConfiguredStore } from './store-registry'

type FileBackend = Extract<BackendSettings, { type: 'file' }>

/** Opens a file store of one folder or of several; a folder that cannot be written is a ConfigError. */
export function openFileStore(backend: FileBackend): Pick<ConfiguredStore, 'store' | 'properties' | 'locationMetadata'> {
  const { section, options } = backend
  const file = options.filesystem_store_metadata_file
  return {
    store: openFolders(backend),
    properties: {
      data_dir: foldersOf(backend).join(','),
      chunk_size: options.filesystem_store_chunk_size,
      thin_provisioning: options.filesystem_thin_provisioning,
    },
    ...(file !== '' && { locationMetadata: readLocationMetadata(file, section) }),
  }
}

/** The folders of a file store, as the operator wrote them. */
export function foldersOf({ options }: FileBackend): string[] {
  const several = options.filesystem_store_datadirs.map(({ path }) => path)
  return several.length > 0 ? several : [options.filesystem_store_datadir]
}

function openFolders({ id, section, options }: FileBackend): FileStore {
  const { filesystem_store_datadir, filesystem_store_datadirs, filesystem_store_file_perm: permissions } = options
  const open = (folder: string, option: string) => createFileStore({ id, section, option, folder, permissions })
  const openOne = ({ path, priority }: DataFolder) => ({ path, priority, store: open(path, 'filesystem_store_datadirs') })
  const [first, ...others] = filesystem_store_datadirs
  if (!first) return open(filesystem_store_datadir, 'filesystem_store_datadir')
  if (filesystem_store_datadir !== '')
    throw new ConfigError(`[${section}] filesystem_store_datadir and filesystem_store_datadirs exclude each other`)
  return spreadStore(id, [openOne(first), ...others.map(openOne)])
}
