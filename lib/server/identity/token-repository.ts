import type { Selectable } from 'kysely'
import type { Database } from '../db/database'
import type { Target } from './directory'
import type { IdentityTables } from './identity-tables'

/** A token as it is kept: by its fingerprint, with what it was given for. */
export interface StoredToken {
  fingerprint: string
  userId: string
  target: Target | null
  applicationCredentialId: string | null
  methods: readonly string[]
  /** Its own id, and behind it that of the first token of its chain. */
  auditIds: readonly string[]
  issuedAt: Date
  expiresAt: Date
}

/** The tokens that are in force: revoking one is removing it. */
export function createTokenRepository({ db }: Database) {
  return {
    async find(fingerprint: string): Promise<StoredToken | undefined> {
      const row = await db.selectFrom('vitrine_token').selectAll().where('fingerprint', '=', fingerprint).executeTakeFirst()
      return row && token(row)
    },

    async add(issued: StoredToken): Promise<void> {
      await db.insertInto('vitrine_token').values(row(issued)).execute()
    },

    async remove(fingerprint: string): Promise<void> {
      await db.deleteFrom('vitrine_token').where('fingerprint', '=', fingerprint).execute()
    },

    /** The user's tokens: all of them, or those for one target. */
    async removeOfUser(userId: string, target?: Target): Promise<void> {
      const query = db.deleteFrom('vitrine_token').where('user_id', '=', userId)
      await (target ? query.where('target_kind', '=', target.kind).where('target_id', '=', target.id) : query).execute()
    },

    async removeFor({ kind, id }: Target): Promise<void> {
      await db.deleteFrom('vitrine_token').where('target_kind', '=', kind).where('target_id', '=', id).execute()
    },

    async removeExpired(now: Date): Promise<void> {
      await db.deleteFrom('vitrine_token').where('expires_at', '<=', now.getTime()).execute()
    },
  }
}

function row({ userId, target, applicationCredentialId, ...issued }: StoredToken): IdentityTables['vitrine_token'] {
  return {
    fingerprint: issued.fingerprint,
    user_id: userId,
    target_kind: target?.kind ?? 'none',
    target_id: target?.id ?? '',
    application_credential_id: applicationCredentialId,
    methods: issued.methods.join(','),
    audit_ids: issued.auditIds.join(','),
    issued_at: issued.issuedAt.getTime(),
    expires_at: issued.expiresAt.getTime(),
  }
}

function token(row: Selectable<IdentityTables['vitrine_token']>): StoredToken {
  return {
    fingerprint: row.fingerprint,
    userId: row.user_id,
    target: row.target_kind === 'none' ? null : { kind: row.target_kind, id: row.target_id },
    applicationCredentialId: row.application_credential_id,
    methods: row.methods.split(','),
    auditIds: row.audit_ids.split(','),
    issuedAt: new Date(Number(row.issued_at)),
    expiresAt: new Date(Number(row.expires_at)),
  }
}
