import { flag, type Option, option, readDataFolders, readProxies, text, whole } from './option-readers'

const anyStore = {
  store_description: option(text, ''),
  /** Stores of more weight are read first. */
  weight: option(whole(Number.MIN_SAFE_INTEGER), 0),
}

/** The options of a store by its type: in the section of its id, or in `[glance_store]` where there is only one store. */
export const storeOptions = {
  file: {
    ...anyStore,
    filesystem_store_datadir: option(text, '', ['DEFAULT.filesystem_store_datadir']),
    /** Several folders in place of one; given once or many times. */
    filesystem_store_datadirs: { ...option(readDataFolders, [], ['DEFAULT.filesystem_store_datadirs']), repeats: true },
    /** A JSON file that says what locations below a mount point carry. */
    filesystem_store_metadata_file: option(text, '', ['DEFAULT.filesystem_store_metadata_file']),
    filesystem_store_file_perm: option(whole(0, 777), 0, ['DEFAULT.filesystem_store_file_perm']),
    filesystem_store_chunk_size: option(whole(1), 65536),
    filesystem_thin_provisioning: option(flag, false),
  },
  http: {
    ...anyStore,
    https_ca_certificates_file: option(text, ''),
    https_insecure: option(flag, true),
    /** A proxy for each scheme, by which images are fetched. */
    http_proxy_information: option(readProxies, {}),
    http_store_timeout: option(whole(1), 60),
  },
} as const satisfies Record<string, Record<string, Option>>

export type StoreType = keyof typeof storeOptions

/** One item of `enabled_backends`. */
export interface Backend {
  id: string
  type: StoreType
}

/** A store to be opened, with the values of its options. */
export type BackendSettings = { [T in StoreType]: { id: string; type: T; section: string; options: StoreSettings<T> } }[StoreType]

export type StoreSettings<T extends StoreType> = {
  readonly [N in keyof (typeof storeOptions)[T]]: (typeof storeOptions)[T][N] extends Option<infer V> ? V : never
}

/** Reads `id:type, …`. Ids that begin with `os_glance_` are kept for stores that no client sees. */
export function readBackends(value: string): readonly Backend[] {
  const items = value.split(',').map((item) => item.trim())
  const backends = items.filter((item) => item !== '').map(readBackend)
  const twice = backends.find(({ id }, index) => backends.findIndex((other) => other.id === id) !== index)
  if (twice) throw new Error(`the store ${twice.id} is named twice`)
  return backends
}

function readBackend(item: string): Backend {
  const [, id = '', type = ''] = /^([\w.-]+)\s*:\s*(\w+)$/.exec(item) ?? []
  if (id === '') throw new Error(`expected id:type, …, found "${item}"`)
  if (id.startsWith('os_glance_')) throw new Error(`"${id}": ids that begin with os_glance_ are reserved`)
  if (!Object.hasOwn(storeOptions, type))
    throw new Error(`"${type}" is not a type of store: expected one of ${Object.keys(storeOptions).join(', ')}`)
  return { id, type: type as StoreType }
}
