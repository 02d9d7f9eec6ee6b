import type { Identity } from '../context'
import type { MemcachedClient } from './memcached-client'
import { rememberedIdentity, type TokenCache } from './token-cache'
import type { CacheSeal } from './token-cache-seal'

interface Options {
  client: MemcachedClient
  seal: CacheSeal
  seconds: number
  /** The Keystone that the tokens are of: another one's may lie in the same servers. */
  keystone: string
}

/** Remembers tokens in memcached, for every process that has the same settings. What does not fit is as if it were not there. */
export function createMemcachedTokenCache({ client, seal, seconds, keystone }: Options): TokenCache {
  const nameOf = (token: string) => `vitrine-token-${seal.name(`${keystone} ${token}`)}`
  let forgottenAt = 0

  return {
    async find(token) {
      const name = nameOf(token)
      const sealed = await client.get(name)
      const text = sealed && seal.open(name, sealed)
      const found = text ? readEntry(text) : null
      return found && found.at > forgottenAt ? found.identity : null
    },
    remember(token, identity) {
      const name = nameOf(token)
      client.set(name, seal.seal(name, JSON.stringify({ at: Date.now(), identity })), seconds)
    },
    async forget(token) {
      if (token === undefined) forgottenAt = Date.now()
      else await client.delete(nameOf(token))
    },
    stop: () => client.stop(),
  }
}

function readEntry(text: string): { at: number; identity: Identity } | null {
  try {
    const { at, identity } = JSON.parse(text) as { at: unknown; identity: unknown }
    return { at: Number(at), identity: rememberedIdentity.parse(identity) }
  } catch {
    return null
  }
}
