import type { Selectable } from 'kysely'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { User } from './directory'
import type { IdentityTables } from './identity-tables'

export interface UserFilter {
  ids?: readonly string[]
  name?: string | undefined
  domainId?: string | undefined
  enabled?: boolean | undefined
}

/** The users. A name that is taken in the domain is a `conflict`. */
export function createUserRepository({ db }: Database) {
  return {
    async find(id: string): Promise<User | undefined> {
      const row = await db.selectFrom('vitrine_user').selectAll().where('id', '=', id).executeTakeFirst()
      return row && user(row)
    },

    async list({ ids, name, domainId, enabled }: UserFilter = {}): Promise<User[]> {
      if (ids?.length === 0) return []
      let query = db.selectFrom('vitrine_user').selectAll().orderBy('name')
      if (ids) query = query.where('id', 'in', ids)
      if (name !== undefined) query = query.where('name', '=', name)
      if (domainId !== undefined) query = query.where('domain_id', '=', domainId)
      if (enabled !== undefined) query = query.where('enabled', '=', enabled)
      return (await query.execute()).map(user)
    },

    async add(created: User): Promise<void> {
      await onlyOnce(taken(created), () => db.insertInto('vitrine_user').values(row(created)).execute())
    },

    async update(changed: User): Promise<void> {
      await onlyOnce(taken(changed), () =>
        db.updateTable('vitrine_user').set(row(changed)).where('id', '=', changed.id).execute(),
      )
    },

    /** Takes the role assignments, application credentials and tokens along. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('vitrine_user').where('id', '=', id).execute()
    },
  }
}

const taken = ({ name }: User) => `There is a user named ${name} in this domain already.`

function row({ domainId, defaultProjectId, passwordHash, ...rest }: User) {
  return { ...rest, domain_id: domainId, default_project_id: defaultProjectId, password_hash: passwordHash }
}

function user(row: Selectable<IdentityTables['vitrine_user']>): User {
  const { domain_id, default_project_id, password_hash, enabled, ...rest } = row
  return {
    ...rest,
    domainId: domain_id,
    defaultProjectId: default_project_id,
    passwordHash: password_hash,
    enabled: Boolean(enabled),
  }
}
