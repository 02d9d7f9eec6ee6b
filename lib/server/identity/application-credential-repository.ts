import type { Selectable } from 'kysely'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { ApplicationCredential } from './directory'
import type { IdentityTables } from './identity-tables'

/** The application credentials with their roles. A name that the user has already is a `conflict`. */
export function createApplicationCredentialRepository({ db }: Database) {
  async function withRoles(rows: Selectable<IdentityTables['vitrine_application_credential']>[]) {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const roles = await db
      .selectFrom('vitrine_application_credential_role')
      .selectAll()
      .where('application_credential_id', 'in', ids)
      .execute()
    return rows.map((row) =>
      credential(
        row,
        roles.flatMap((r) => (r.application_credential_id === row.id ? [r.role_id] : [])),
      ),
    )
  }

  return {
    async find(id: string): Promise<ApplicationCredential | undefined> {
      const rows = await db.selectFrom('vitrine_application_credential').selectAll().where('id', '=', id).execute()
      return (await withRoles(rows))[0]
    },

    async list(userId: string, name?: string): Promise<ApplicationCredential[]> {
      const query = db.selectFrom('vitrine_application_credential').selectAll().where('user_id', '=', userId).orderBy('name')
      return withRoles(await (name === undefined ? query : query.where('name', '=', name)).execute())
    },

    async add({ roleIds, ...created }: ApplicationCredential): Promise<void> {
      const { userId: user_id, projectId: project_id, secretHash: secret_hash, expiresAt, ...rest } = created
      const row = { ...rest, user_id, project_id, secret_hash, expires_at: expiresAt?.getTime() ?? null }
      const roles = roleIds.map((role_id) => ({ application_credential_id: created.id, role_id }))
      await onlyOnce(`There is an application credential named ${created.name} already.`, () =>
        db.transaction().execute(async (transaction) => {
          await transaction.insertInto('vitrine_application_credential').values(row).execute()
          await transaction.insertInto('vitrine_application_credential_role').values(roles).execute()
        }),
      )
    },

    /** Takes the tokens that were taken with it along. */
    async remove(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('vitrine_token').where('application_credential_id', '=', id).execute()
        await transaction.deleteFrom('vitrine_application_credential').where('id', '=', id).execute()
      })
    },
  }
}

function credential(
  row: Selectable<IdentityTables['vitrine_application_credential']>,
  roleIds: readonly string[],
): ApplicationCredential {
  const { user_id, project_id, secret_hash, unrestricted, expires_at, ...rest } = row
  return {
    ...rest,
    userId: user_id,
    projectId: project_id,
    secretHash: secret_hash,
    unrestricted: Boolean(unrestricted),
    expiresAt: expires_at === null ? null : new Date(Number(expires_at)),
    roleIds,
  }
}
