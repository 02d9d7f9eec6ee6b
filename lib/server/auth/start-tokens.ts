import { readFileSync } from 'node:fs'
import type { Logger } from 'pino'
import type { Settings } from '../config-options'
import { createKeystoneClient } from './keystone-client'
import { createKeystoneHttp, type KeystoneHttp } from './keystone-http'
import { createMemcachedClient } from './memcached-client'
import type { MemcachedTls } from './memcached-connection'
import { createServiceAccount, type ServiceAccountStatus } from './service-account'
import { configuredLogIn, embeddedLogIn, type ServiceUser } from './service-log-in'
import type { TokenCache } from './token-cache'
import { createMemcachedTokenCache } from './token-cache-memcached'
import { createMemoryTokenCache, noTokenCache } from './token-cache-memory'
import { createCacheSeal } from './token-cache-seal'
import { createTokenVerifier, type TokenVerifier } from './token-verifier'

type Authtoken = Settings['keystone_authtoken']

const answerTimeoutMs = 10_000

interface Options {
  settings: Authtoken
  log: Logger
  keystoneUrl(): string
  /** The account of the embedded identity, where that is the Keystone. */
  embedded: ServiceUser | undefined
}

export interface StartedTokens {
  tokens: TokenVerifier
  /** For other questions to the same Keystone. */
  http: KeystoneHttp
  serviceAccount(): ServiceAccountStatus
  stop(): void
}

/** Makes what checks tokens, as `[keystone_authtoken]` says. */
export function startTokens({ settings, log, keystoneUrl, embedded }: Options): StartedTokens {
  const http = createKeystoneHttp({
    tls: tlsOf(settings),
    connectTimeoutMs: settings.http_connect_timeout * 1000,
    answerTimeoutMs,
    retries: settings.http_request_max_retries,
  })
  const account = createServiceAccount({
    ...{ http, log, authUrl: keystoneUrl },
    logIn: embedded ? embeddedLogIn(embedded) : configuredLogIn(settings),
    // The catalogue of the embedded identity has the address that clients use, which may not lead here from here.
    endpoint: embedded ? null : { interface: settings.interface, region: settings.region_name },
  })
  const keystone = createKeystoneClient({ account, http, log })
  const cache = createCache(settings, log, embedded !== undefined)
  return {
    tokens: createTokenVerifier(keystone, cache),
    http,
    serviceAccount: () => ({ logIn: account.outcome(), validation: keystone.outcome() }),
    stop: () => cache.stop(),
  }
}

/** The embedded identity serves one machine, and takes tokens back by telling this process. */
function createCache(settings: Authtoken, log: Logger, embedded: boolean): TokenCache {
  const { token_cache_time: seconds, memcached_servers: servers } = settings
  if (seconds <= 0) return noTokenCache
  if (embedded || servers.length === 0) return createMemoryTokenCache(seconds)
  const timeoutMs = settings.memcache_pool_socket_timeout * 1000
  const client = createMemcachedClient({
    ...{ servers, tls: memcachedTlsOf(settings), log, timeoutMs },
    retryMs: settings.memcache_pool_dead_retry * 1000,
  })
  const seal = createCacheSeal(settings.memcache_security_strategy, settings.memcache_secret_key)
  return createMemcachedTokenCache({ client, seal, seconds, keystone: settings.auth_url })
}

/** What the service's connections to Keystone trust and show. */
export function tlsOf({ cafile, certfile, keyfile, insecure }: Pick<Authtoken, 'cafile' | 'certfile' | 'keyfile' | 'insecure'>) {
  return {
    ...(cafile && { ca: readFileSync(cafile) }),
    // As in Keystone's own middleware, one file may hold both.
    ...(certfile && { cert: readFileSync(certfile), key: readFileSync(keyfile || certfile) }),
    ...(insecure && { rejectUnauthorized: false }),
  }
}

/** What the connections to memcached trust and show; null where they are plain. */
export function memcachedTlsOf(settings: Authtoken): MemcachedTls | null {
  if (!settings.memcache_tls_enabled) return null
  const { memcache_tls_cafile: ca, memcache_tls_certfile: cert, memcache_tls_allowed_ciphers: ciphers } = settings
  return {
    ...tlsOf({ cafile: ca, certfile: cert, keyfile: settings.memcache_tls_keyfile, insecure: false }),
    ...(ciphers && { ciphers }),
  }
}
