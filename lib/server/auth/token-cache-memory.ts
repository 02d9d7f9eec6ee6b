import type { Identity } from '../context'
import { createBoundedMemory } from './bounded-memory'
import { fingerprint } from './fingerprint'
import type { TokenCache } from './token-cache'

const rememberedTokens = 10_000

/** Remembers tokens in this process, for that many seconds. */
export function createMemoryTokenCache(seconds: number): TokenCache {
  const known = createBoundedMemory<Identity>(rememberedTokens, seconds * 1000)
  return {
    find: async (token) => known.get(fingerprint(token)) ?? null,
    remember: (token, identity) => known.set(fingerprint(token), identity),
    async forget(token) {
      if (token === undefined) known.clear()
      else known.delete(fingerprint(token))
    },
    stop: () => undefined,
  }
}

/** For an operator who wants every token asked about. */
export const noTokenCache: TokenCache = {
  find: async () => null,
  remember: () => undefined,
  forget: async () => undefined,
  stop: () => undefined,
}
