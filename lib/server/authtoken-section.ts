import { unversioned } from './auth/keystone-url'
import { accountOptions, removedAuthtokenOptions } from './authtoken-options'
import { type ConfigEntry, ConfigError } from './config-file'
import type { Settings } from './config-options'
import type { Option } from './option-readers'

const section = 'keystone_authtoken'

type Authtoken = { -readonly [N in keyof Settings['keystone_authtoken']]: Settings['keystone_authtoken'][N] }

/** The account's options and the section that `auth_section` names; null where they stand in their own. Throws ConfigError. */
export function accountSection(entries: readonly ConfigEntry[], taken: readonly string[]) {
  const entry = entries.findLast((each) => each.section === section && each.name === 'auth_section')
  if (!entry?.value || entry.value === section) return null
  if (taken.includes(entry.value)) throw new ConfigError(`the section ${entry.value} has options of another meaning`, entry)
  const options: Record<string, Option> = accountOptions
  return { name: entry.value, options }
}

/** Why an option of the section does nothing, or has a better name; null where nothing is to be said. */
export function authtokenAdvice({ section: given, name }: ConfigEntry, known: string | undefined): string | null {
  if (given !== section) return null
  const removed = removedAuthtokenOptions[name]
  if (removed) return `has no effect any more: ${removed}`
  return known !== undefined && known !== name ? `is an old name: ${known} is today’s` : null
}

/** Puts the address together and checks what no option can tell by itself. Throws ConfigError. */
export function completeAuthtoken(settings: Authtoken, entries: readonly ConfigEntry[]): void {
  const { auth_protocol: protocol, auth_host: host, auth_port: port, auth_admin_prefix: prefix } = settings
  if (!settings.auth_url && host) settings.auth_url = `${protocol}://${host}:${port}${prefix}`
  settings.auth_url = unversioned(settings.auth_url)
  const at = (...names: string[]) => entries.findLast(({ name }) => names.includes(name)) ?? { section }
  if (settings.memcache_security_strategy !== 'None' && !settings.memcache_secret_key)
    throw new ConfigError('this strategy needs memcache_secret_key', at('memcache_security_strategy'))
  if (settings.keyfile && !settings.certfile) throw new ConfigError('this key needs its certfile', at('keyfile'))
  if (!settings.auth_url) return
  const missing = missingAccount(settings)
  if (missing)
    throw new ConfigError(`with this Keystone, ${missing} must be set as well`, at('auth_url', 'identity_uri', 'auth_host'))
}

function missingAccount(settings: Authtoken): string | null {
  const { application_credential_id: id, application_credential_name: name } = settings
  const user = settings.user_id || settings.username
  if (settings.auth_type !== 'v3applicationcredential') return user ? null : 'username (or user_id)'
  if (!id && !name) return 'application_credential_id (or application_credential_name)'
  if (!settings.application_credential_secret) return 'application_credential_secret'
  return id || user ? null : 'username (or user_id), whose application credential it is,'
}
