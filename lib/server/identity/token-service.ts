import { createHash, randomBytes } from 'node:crypto'
import { Problem } from '@/lib/contract/problem'
import type { Access, ActiveUser, Scope } from './access'
import type { ApplicationCredential, Role, Target } from './directory'
import type { Repositories } from './repositories'
import type { StoredToken } from './token-repository'

/** What a token says of its bearer. */
export interface TokenFacts {
  user: ActiveUser
  scope: Scope
  /** With the implied ones; empty where the scope is none. */
  roles: readonly Role[]
  methods: readonly string[]
  /** Its own id, and behind it that of the first token of its chain. */
  auditIds: readonly string[]
  issuedAt: Date
  expiresAt: Date
  applicationCredential: ApplicationCredential | null
}

/** What a log-in has proved, for which a token can be given. */
export interface Grant {
  user: ActiveUser
  scope: Scope
  methods: readonly string[]
  applicationCredential: ApplicationCredential | null
  /** The token that is exchanged for the new one; its time of expiry stays. */
  parent: TokenFacts | null
}

export interface IssuedToken {
  token: string
  facts: TokenFacts
}

interface Parts {
  repositories: Repositories
  access: Access
  /** Seconds that a token is in force. */
  expiration: number
  /** Told of each token that is no longer in force; without an argument of all. */
  onRevoked(token?: string): void
}

export type TokenService = ReturnType<typeof createTokenService>

/** Gives tokens, reads them and takes them back. */
export function createTokenService({ repositories, access, expiration, onRevoked }: Parts) {
  const { tokens, applicationCredentials } = repositories

  async function facts(stored: StoredToken): Promise<TokenFacts | null> {
    const [user, scope, found] = await Promise.all([
      access.user(stored.userId),
      access.scope(stored.target),
      stored.applicationCredentialId ? applicationCredentials.find(stored.applicationCredentialId) : null,
    ])
    if (!user || !scope || found === undefined) return null
    const roles = await access.roles(user.id, scope, found)
    if (scope.kind !== 'none' && roles.length === 0) return null
    const { methods, auditIds, issuedAt, expiresAt } = stored
    return { user, scope, roles, methods, auditIds, issuedAt, expiresAt, applicationCredential: found }
  }

  return {
    /** A token for what a log-in has proved. Throws `unauthenticated` where the user has no role in the scope. */
    async issue(grant: Grant): Promise<IssuedToken> {
      const now = new Date()
      await tokens.removeExpired(now)
      const token = `vitrine-${randomBytes(32).toString('base64url')}`
      const stored = storedToken(grant, token, { now, expiration })
      const given = await facts(stored)
      if (!given) throw new Problem('unauthenticated', noRole)
      await tokens.add(stored)
      return { token, facts: given }
    },

    /** What the token says, or null when it is unknown, expired or revoked. */
    async read(token: string): Promise<TokenFacts | null> {
      const stored = await tokens.find(fingerprint(token))
      return stored && stored.expiresAt.getTime() > Date.now() ? facts(stored) : null
    },

    async revoke(token: string): Promise<void> {
      await tokens.remove(fingerprint(token))
      onRevoked(token)
    },

    /** Takes back the user's tokens: all of them, or those for one target. */
    async revokeOfUser(userId: string, target?: Target): Promise<void> {
      await tokens.removeOfUser(userId, target)
      onRevoked()
    },

    /** Takes back every token for a project or a domain. */
    async revokeFor(target: Target): Promise<void> {
      await tokens.removeFor(target)
      onRevoked()
    },

    /** For changes that take tokens out of force by themselves: what others remember of tokens no longer counts. */
    revoked(): void {
      onRevoked()
    },
  }
}

/** Said alike for a target without a role, an unknown one and a disabled one. */
export const noRole = 'The user has no role on what the token is asked for, or it does not exist or is disabled.'

function storedToken(grant: Grant, token: string, { now, expiration }: { now: Date; expiration: number }): StoredToken {
  const { user, scope, methods, applicationCredential, parent } = grant
  const chain = parent?.auditIds.at(-1)
  const latest = Math.min(
    parent?.expiresAt.getTime() ?? now.getTime() + expiration * 1000,
    applicationCredential?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
  )
  return {
    fingerprint: fingerprint(token),
    userId: user.id,
    target: scope.kind === 'none' ? null : { kind: scope.kind, id: scope.id },
    applicationCredentialId: applicationCredential?.id ?? null,
    methods,
    auditIds: [randomBytes(16).toString('base64url'), ...(chain ? [chain] : [])],
    issuedAt: now,
    expiresAt: new Date(latest),
  }
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
