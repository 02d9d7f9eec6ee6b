import { createHash } from 'node:crypto'
import type { Identity } from '../context'
import type { KeystoneClient } from './keystone-client'

export interface TokenVerifier {
  /** Who the token belongs to; null when Keystone refuses it. Throws `identityUnavailable` when it cannot be asked. */
  identify(token: string): Promise<Identity | null>
  /** Drops what is remembered of a token, or of all. */
  forget(token?: string): void
}

interface Remembered {
  identity: Identity
  until: number
}

const rememberedTokens = 10_000

/** Asks Keystone once per token and cache time (seconds, -1 for never remembering); simultaneous questions share one answer. */
export function createTokenVerifier(keystone: KeystoneClient, cacheSeconds: number): TokenVerifier {
  const known = new Map<string, Remembered>()
  const asked = new Map<string, Promise<Identity | null>>()

  async function ask(token: string, key: string): Promise<Identity | null> {
    const identity = await keystone.validate(token)
    if (identity && cacheSeconds > 0) {
      if (known.size >= rememberedTokens) known.delete(known.keys().next().value as string)
      known.set(key, { identity, until: Math.min(Date.now() + cacheSeconds * 1000, identity.expiresAt.getTime()) })
    }
    return identity
  }

  return {
    async identify(token) {
      const key = fingerprint(token)
      const found = known.get(key)
      if (found && found.until > Date.now()) return found.identity
      known.delete(key)
      const running = asked.get(key) ?? ask(token, key).finally(() => asked.delete(key))
      asked.set(key, running)
      const identity = await running
      return identity && identity.expiresAt.getTime() > Date.now() ? identity : null
    },
    forget(token) {
      if (token === undefined) known.clear()
      else known.delete(fingerprint(token))
    },
  }
}

/** Tokens themselves are not kept in memory longer than a request. */
function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
