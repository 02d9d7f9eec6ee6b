import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImageFormats } from '@/lib/contract/image-fields'
import { accountSection, authtokenAdvice, completeAuthtoken } from './authtoken-section'
import { type ConfigEntry, ConfigError, parseConfigFile } from './config-file'
import { configOptions, type Settings } from './config-options'
import { readImageSchema } from './image-schema-file'
import type { Option } from './option-readers'
import { type Backend, type BackendSettings, storeOptions } from './store-options'

export interface Config extends Settings {
  /** The folder of the database and images that need no setting of their own. Absolute. */
  dataFolder: string
  /** Seals the dashboard's session cookie; made once and kept in the data folder. */
  sessionSecret: string
  /** The first administrator's password, if the operator chose it. */
  adminPassword: string | undefined
  /** Development mode: Next compiles pages on demand. */
  development: boolean
  /** The stores of `enabled_backends` in their order; empty where `[glance_store]` describes the only one. */
  backends: readonly BackendSettings[]
  /** The files of `--config-file`, absolute. */
  configFiles: readonly string[]
  /** Options that nobody reads, each said once at the start. */
  warnings: readonly string[]
  /** What images consist of here: the allowed formats, and the operator's `schema-image.json` where there is one. */
  imageSchema: ImageFormats
}

const usage = `Usage: npm run up -- [--config-file FILE]... [--dev]
Environment: VITRINE_PORT, VITRINE_HOST, VITRINE_DATA, VITRINE_ADMIN_PASSWORD`

type Environment = Record<string, string | undefined>

/** Defaults, then each `--config-file` in order, then `VITRINE_*`. Throws ConfigError in one clear line. */
export function loadConfig(argv: readonly string[] = process.argv.slice(2), env: Environment = process.env): Config {
  const { files, development } = readArguments(argv)
  const { settings, backends, warnings } = readSettings(files.flatMap(readEntries))
  applyEnvironment(settings, env)
  const dataFolder = writableFolder(resolve(env.VITRINE_DATA || 'data'))
  if (settings.glance_store.filesystem_store_datadirs.length === 0)
    settings.glance_store.filesystem_store_datadir ||= join(dataFolder, 'images')
  settings.database.connection ||= `sqlite:///${join(dataFolder, 'vitrine.sqlite')}`
  return {
    ...(settings as Settings),
    dataFolder,
    backends: backends.map((backend) => withFolder(backend, dataFolder)),
    warnings,
    configFiles: files.map((file) => resolve(file)),
    imageSchema: { ...settings.image_format, site: readImageSchema(settings.vitrine.schema_image_file, files) },
    development,
    sessionSecret: keptSecret(join(dataFolder, 'session.key')),
    adminPassword: env.VITRINE_ADMIN_PASSWORD || undefined,
  }
}

type LookedAt = Settings & Pick<Config, 'backends'>

/** What the files and `VITRINE_*` say, without touching the data folder: for a command that only looks. Throws ConfigError. */
export function loadSettings(files: readonly string[], env: Environment = process.env): LookedAt {
  const { settings, backends } = readSettings(files.flatMap(readEntries))
  applyEnvironment(settings, env)
  return { ...(settings as Settings), backends }
}

/** The `OS_*` variables of OpenStack's clients that are set. */
export function openStackEnvironment(env: Environment = process.env): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith('OS_') && value))
}

function readArguments(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { 'config-file': { type: 'string', multiple: true }, dev: { type: 'boolean' } },
    })
    return { files: values['config-file'] ?? [], development: values.dev ?? false }
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${usage}`)
  }
}

function readEntries(file: string): ConfigEntry[] {
  try {
    return parseConfigFile(file, readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`cannot read the configuration file ${file}: ${(error as Error).message}`)
  }
}

type Loose = Record<string, Record<string, unknown>>
type LooseSettings = { [S in keyof Settings]: { -readonly [N in keyof Settings[S]]: Settings[S][N] } }

interface Known {
  section: string
  name: string
  option: Option
}

function readSettings(entries: readonly ConfigEntry[]) {
  const known = new Map<string, Known>()
  const settings: Loose = {}
  const declare = (section: string, options: Record<string, Option>, withAliases: boolean) => {
    settings[section] = {}
    for (const [name, option] of Object.entries(options)) {
      settings[section][name] = option.fallback
      const aliases = withAliases ? (option.aliases ?? []) : []
      for (const alias of [...aliases, `${section}.${name}`]) known.set(alias, { section, name, option })
    }
  }
  for (const [section, options] of Object.entries(configOptions)) declare(section, options, true)
  const enabled = readEnabledBackends(entries)
  for (const { id, type } of enabled) declare(id, storeOptions[type], false)
  readAccountElsewhere(known, entries)
  const warnings = fillIn(settings, entries, known)
  completeAuthtoken((settings as LooseSettings).keystone_authtoken, entries)
  const backends = enabled.map(({ id, type }) => ({ id, type, section: id, options: settings[id] }) as BackendSettings)
  return { settings: settings as LooseSettings, backends, warnings }
}

/** `auth_section`: the options of the service's account stand in another section, and there only. */
function readAccountElsewhere(known: Map<string, Known>, entries: readonly ConfigEntry[]) {
  const account = accountSection(entries, Object.keys(configOptions))
  if (!account) return
  for (const [name, option] of Object.entries(account.options)) {
    const target = { section: 'keystone_authtoken', name, option }
    for (const place of [...(option.aliases ?? []), `${target.section}.${name}`]) {
      known.delete(place)
      known.set(place.replace(target.section, account.name), target)
    }
  }
}

/** Sets what the files say; answers a warning for each option that nobody reads, or that has a better name. */
function fillIn(settings: Loose, entries: readonly ConfigEntry[], known: ReadonlyMap<string, Known>): string[] {
  const warnings: string[] = []
  for (const entry of entries) {
    const target = known.get(`${entry.section}.${entry.name}`)
    const advice = authtokenAdvice(entry, target?.name) ?? (target ? null : 'is not an option of Vitrine and has no effect')
    if (advice) warnings.push(`${entry.file}:${entry.line}: [${entry.section}] ${entry.name} ${advice}`)
    if (!target) continue
    const section = settings[target.section] as Record<string, unknown>
    const value = readValue(entry, target.option, entries)
    section[target.name] = target.option.repeats ? [...(section[target.name] as unknown[]), ...(value as unknown[])] : value
  }
  return warnings
}

/** Read before everything else, because each store makes a section of its own. */
function readEnabledBackends(entries: readonly ConfigEntry[]): readonly Backend[] {
  const named = (section: string, name: string) => entries.findLast((e) => e.section === section && e.name === name)
  const entry = named('DEFAULT', 'enabled_backends')
  if (!entry) return []
  const enabled = readValue(entry, configOptions.DEFAULT.enabled_backends, entries) as readonly Backend[]
  if (enabled.length === 0) return []
  const taken = enabled.find(({ id }) => Object.hasOwn(configOptions, id))
  if (taken) throw new ConfigError(`the store ${taken.id} has the name of another section`, entry)
  const preferred = named('glance_store', 'default_backend')
  const ids = enabled.map(({ id }) => id).join(', ')
  if (!preferred) throw new ConfigError(`[glance_store] default_backend must name one of these stores: ${ids}`, entry)
  const chosen = enabled.find(({ id }) => id === preferred.value)
  if (!chosen) throw new ConfigError(`expected one of the stores ${ids}, found "${preferred.value}"`, preferred)
  if (chosen.type === 'http') throw new ConfigError(`the store ${chosen.id} cannot be written`, preferred)
  return enabled
}

function withFolder(backend: BackendSettings, dataFolder: string): BackendSettings {
  if (backend.type !== 'file' || backend.options.filesystem_store_datadirs.length > 0) return backend
  const folder = backend.options.filesystem_store_datadir || join(dataFolder, 'stores', backend.id)
  return { ...backend, options: { ...backend.options, filesystem_store_datadir: folder } }
}

function readValue(entry: ConfigEntry, option: Option, entries: readonly ConfigEntry[]): unknown {
  try {
    return option.read(substitute(entry, entries))
  } catch (error) {
    throw new ConfigError((error as Error).message, entry)
  }
}

/** oslo.config's `$name`, `${name}` and `${section.name}`; `$$` is a dollar sign. */
function substitute(entry: ConfigEntry, entries: readonly ConfigEntry[], depth = 0): string {
  if (depth > 10) throw new Error('its $substitutions refer to each other in a circle')
  return entry.value.replace(/\$(?:\$|\{([\w.-]+)\}|(\w+))/g, (match, braced?: string, bare?: string) => {
    const reference = braced ?? bare
    if (reference === undefined) return '$'
    const [name, section] = reference.split('.').reverse() as [string, string | undefined]
    const candidates = section ? [section] : [entry.section, 'DEFAULT']
    const found = candidates.map((s) => entries.findLast((e) => e.section === s && e.name === name)).find(Boolean)
    return found ? substitute(found, entries, depth + 1) : match
  })
}

function applyEnvironment(settings: LooseSettings, env: Environment) {
  if (env.VITRINE_HOST) settings.DEFAULT.bind_host = env.VITRINE_HOST
  if (!env.VITRINE_PORT) return
  try {
    settings.DEFAULT.bind_port = configOptions.DEFAULT.bind_port.read(env.VITRINE_PORT)
  } catch (error) {
    throw new ConfigError(`VITRINE_PORT: ${(error as Error).message}`)
  }
}

function writableFolder(folder: string): string {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw new ConfigError(`the data folder ${folder} cannot be written: ${(error as Error).message} (VITRINE_DATA sets another)`)
  }
}

/** Readable by its owner only: it will hold password hashes and keys. (Node's own recursive mkdir never ends below /proc.) */
function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
