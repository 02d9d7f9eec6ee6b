import { readFileSync } from 'node:fs'
import type { Config } from '../config'
import { ConfigError } from '../config-file'
import type { BackendSettings } from '../store-options'
import type { WebConnector } from './http-fetch'
import { createHttpStore } from './http-store'
import { foldersOf, openFileStore } from './open-file-store'
import { type ConfiguredStore, createStoreRegistry, type StoreRegistry } from './store-registry'

/** Opens every store of the configuration; one that cannot be used is a ConfigError. */
export function openStores(config: Pick<Config, 'backends' | 'glance_store'>, connect: WebConnector): StoreRegistry {
  const multi = config.backends.length > 0
  const backends = backendsOf(config)
  const preferred = multi ? config.glance_store.default_backend : config.glance_store.default_store
  assertApart(backends)
  return createStoreRegistry(
    backends.map((backend) => openStore(backend, backend.id === preferred, connect)),
    multi,
  )
}

/** The stores that the configuration has: `enabled_backends`, or what `[glance_store]` alone says. */
export function backendsOf({ backends, glance_store }: Pick<Config, 'backends' | 'glance_store'>): readonly BackendSettings[] {
  return backends.length > 0 ? backends : onlyStores(glance_store)
}

/** Without `enabled_backends`: the file store of `[glance_store]`, and http where `stores` has it. */
function onlyStores(options: Config['glance_store']): BackendSettings[] {
  const section = 'glance_store'
  const file: BackendSettings = { id: 'file', type: 'file', section, options }
  // Old files name a store by its Python class.
  const hasHttp = options.stores.some((name) => /\bhttp\b/i.test(name))
  return hasHttp ? [file, { id: 'http', type: 'http', section, options }] : [file]
}

function openStore(backend: BackendSettings, isDefault: boolean, connect: WebConnector): ConfiguredStore {
  const { id, type, options } = backend
  const common = { id, type, description: options.store_description || undefined, weight: options.weight, isDefault }
  if (backend.type === 'http') return { ...common, readOnly: true, properties: {}, store: openHttpStore(backend, connect) }
  return { ...common, readOnly: false, ...openFileStore(backend) }
}

type HttpBackend = Extract<BackendSettings, { type: 'http' }>

function openHttpStore({ id, section, options }: HttpBackend, connect: WebConnector) {
  const { https_ca_certificates_file: file, https_insecure, http_store_timeout, http_proxy_information: proxies } = options
  const tls = file ? { ca: readAuthorities(file, section) } : { rejectUnauthorized: !https_insecure }
  return createHttpStore({ id, fetch: connect({ timeoutMs: http_store_timeout * 1000, tls, proxies }) })
}

function readAuthorities(file: string, section: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`[${section}] https_ca_certificates_file cannot be read: ${(error as Error).message}`)
  }
}

/** Two stores in one folder would take each other's files for their own. */
function assertApart(backends: readonly BackendSettings[]) {
  const sections = new Map<string, string>()
  for (const backend of backends) {
    if (backend.type !== 'file') continue
    for (const folder of foldersOf(backend).map((path) => path.replace(/\/+$/, ''))) {
      const other = sections.get(folder)
      if (other) throw new ConfigError(`[${backend.section}] filesystem_store_datadir is the folder of [${other}] too`)
      sections.set(folder, backend.section)
    }
  }
}
