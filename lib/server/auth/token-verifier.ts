import { Problem } from '@/lib/contract/problem'
import type { Identity } from '../context'
import { createBoundedMemory } from './bounded-memory'
import { fingerprint } from './fingerprint'
import type { KeystoneClient, Question } from './keystone-client'
import type { TokenCache } from './token-cache'

export interface TokenVerifier {
  /** Whose token it is. Throws `unauthenticated` when Keystone refuses it, `identityUnavailable` when it cannot be asked. */
  identify(token: string, question?: Question): Promise<Identity>
  /** Drops what is remembered of a token, or of all. */
  forget(token?: string): Promise<void>
}

const rememberedRefusals = 10_000
/** Long enough for a storm, too short to be noticed by anybody else. */
const refusalMs = 5000
const plain: Question = { allowExpired: false }

/** Asks Keystone once per token and cache time; simultaneous questions share one answer, refusals are remembered for seconds. */
export function createTokenVerifier(keystone: Pick<KeystoneClient, 'validate'>, cache: TokenCache): TokenVerifier {
  const refused = createBoundedMemory<true>(rememberedRefusals, refusalMs)
  const asked = new Map<string, Promise<Identity | null>>()

  async function ask(token: string, question: Question): Promise<Identity | null> {
    const key = keyOf(token, question)
    const shared = asked.get(key)
    if (shared) return shared
    const running = keystone.validate(token, question)
    asked.set(key, running)
    try {
      const identity = await running
      // One that was forgotten meanwhile must not be remembered after all.
      const still = asked.get(key) === running
      if (still && identity) cache.remember(token, identity)
      if (still && !identity) refused.set(key, true)
      return identity
    } finally {
      if (asked.get(key) === running) asked.delete(key)
    }
  }

  return {
    async identify(token, question = plain) {
      if (refused.get(keyOf(token, question))) throw tokenRefused()
      const identity = (await cache.find(token)) ?? (await ask(token, question))
      if (!identity) throw tokenRefused()
      if (!question.allowExpired && identity.expiresAt.getTime() <= Date.now()) throw tokenExpired()
      return identity
    },
    async forget(token) {
      if (token === undefined) {
        refused.clear()
        asked.clear()
      } else {
        for (const allowExpired of [true, false]) {
          refused.delete(keyOf(token, { allowExpired }))
          asked.delete(keyOf(token, { allowExpired }))
        }
      }
      await cache.forget(token)
    },
  }
}

function keyOf(token: string, { allowExpired }: Question): string {
  return `${fingerprint(token)}${allowExpired ? ' expired' : ''}`
}

function tokenRefused(): Problem {
  const message = 'Keystone does not accept this token: it has expired, was revoked, or is not its own.'
  return new Problem('unauthenticated', message, { reason: 'tokenRefused' })
}

function tokenExpired(): Problem {
  return new Problem('unauthenticated', 'This token has expired.', { reason: 'tokenExpired' })
}
