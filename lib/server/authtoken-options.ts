import { readFileSync } from 'node:fs'
import type { MemcachedAddress } from './auth/memcached-connection'
import { flag, list, oneOf, option, text, url, whole } from './option-readers'

const section = (...names: string[]) => names.map((name) => `keystone_authtoken.${name}`)

/** The account that this service logs in with: these stand in the section that `auth_section` names, where it is set. */
export const accountOptions = {
  auth_url: option(url, '', section('identity_uri')),
  auth_type: option(oneOf('password', 'v3password', 'v3applicationcredential'), 'password', section('auth_plugin')),
  user_id: option(text, ''),
  username: option(text, '', section('user_name', 'admin_user')),
  password: option(text, '', section('admin_password')),
  user_domain_id: option(text, ''),
  user_domain_name: option(text, 'Default'),
  project_id: option(text, '', section('tenant_id')),
  project_name: option(text, 'service', section('tenant_name', 'admin_tenant_name')),
  project_domain_id: option(text, ''),
  project_domain_name: option(text, 'Default'),
  default_domain_id: option(text, ''),
  system_scope: option(oneOf('', 'all'), ''),
  application_credential_id: option(text, ''),
  application_credential_name: option(text, ''),
  application_credential_secret: option(text, ''),
} as const

/** `[keystone_authtoken]`: how tokens are checked. */
export const authtokenOptions = {
  ...accountOptions,
  /** Where clients are sent to log in; `auth_url` unless set. */
  www_authenticate_uri: option(url, '', section('auth_uri')),
  /** Another section that has the account. */
  auth_section: option(text, ''),
  /** What was `auth_url` before it had a name. */
  auth_protocol: option(oneOf('https', 'http'), 'https'),
  auth_host: option(text, ''),
  auth_port: option(whole(1, 65535), 35357),
  auth_admin_prefix: option(text, ''),
  /** Which identity endpoint of the service's catalogue is asked about tokens. */
  interface: option(readInterface, 'internal'),
  region_name: option(text, ''),
  cafile: option(readableFile, ''),
  certfile: option(readableFile, ''),
  keyfile: option(readableFile, ''),
  insecure: option(flag, false),
  http_connect_timeout: option(whole(1), 3),
  http_request_max_retries: option(whole(0, 10), 3),
  memcached_servers: option(
    readServers,
    [],
    [...section('memcache_servers'), 'DEFAULT.memcached_servers', 'DEFAULT.memcache_servers'],
  ),
  /** -1 asks Keystone every time. */
  token_cache_time: option(whole(-1), 300),
  memcache_security_strategy: option(readStrategy, 'None'),
  memcache_secret_key: option(text, ''),
  memcache_tls_enabled: option(flag, false),
  /** Left out, the system's authorities are trusted. */
  memcache_tls_cafile: option(readableFile, ''),
  memcache_tls_certfile: option(readableFile, ''),
  memcache_tls_keyfile: option(readableFile, ''),
  memcache_tls_allowed_ciphers: option(text, ''),
  memcache_pool_dead_retry: option(whole(1), 10),
  memcache_pool_socket_timeout: option(whole(1), 1),
  /** Vitrine asks Keystone for a user's catalogue where it needs one, whichever this says. */
  include_service_catalog: option(flag, true),
  /** False refuses a request whose service token is not valid, where otherwise it goes on as its user's. */
  delay_auth_decision: option(flag, true),
  service_token_roles: option(list, ['service']),
  service_token_roles_required: option(flag, true),
  /** By which the access rules of application credentials name this service. */
  service_type: option(text, 'image'),
} as const

const always = 'tokens are always checked with Keystone, and remembered for token_cache_time seconds'
const withoutSasl =
  'Vitrine does not log in to memcached by SASL: let it be reached by TLS with certificates (memcache_tls_enabled) or from a trusted network only'
const pooled = 'one connection to each memcached server serves every request'

/** Options of `[keystone_authtoken]` that are read no longer, and what to do instead. */
export const removedAuthtokenOptions: Readonly<Record<string, string>> = {
  admin_token: 'set username, password and project_name',
  auth_version: 'tokens are checked with the Identity API v3',
  enforce_token_bind: 'tokens that are bound to Kerberos are not supported',
  signing_dir: always,
  check_revocations_for_cached: always,
  revocation_cache_time: always,
  hash_algorithms: always,
  cache: 'set memcached_servers',
  memcache_use_advanced_pool: pooled,
  memcache_pool_maxsize: pooled,
  memcache_pool_unused_timeout: pooled,
  memcache_pool_conn_get_timeout: pooled,
  memcache_sasl_enabled: withoutSasl,
  memcache_username: withoutSasl,
  memcache_password: withoutSasl,
}

function readInterface(value: string) {
  return oneOf('internal', 'public', 'admin')(value.replace(/URL$/, ''))
}

function readStrategy(value: string) {
  const upper = value.toUpperCase()
  return oneOf('None', 'MAC', 'ENCRYPT')(upper === '' || upper === 'NONE' ? 'None' : upper)
}

function readableFile(value: string): string {
  if (value === '') return value
  try {
    readFileSync(value)
    return value
  } catch (error) {
    throw new Error(`expected a file that can be read: ${(error as Error).message}`)
  }
}

function readServers(value: string): readonly MemcachedAddress[] {
  return list(value).map(readServer)
}

const memcachedPort = 11211

/** `host`, `host:port`, `[v6]:port`, `inet6:[v6]:port`, `unix:/path`. */
function readServer(value: string): MemcachedAddress {
  const path = /^(?:unix:)?(\/.+)$/.exec(value)?.[1]
  if (path) return { path }
  const [, v6, plain, port] = /^(?:inet6?:)?(?:\[([\da-fA-F:.]+)\]|([^:[\]/\s]+))(?::(\d+))?$/.exec(value) ?? []
  const host = v6 ?? plain
  if (!host) throw new Error(`expected host:port, …, found "${value}"`)
  return { host, port: port === undefined ? memcachedPort : whole(1, 65535)(port) }
}
