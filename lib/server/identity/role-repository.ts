import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { Role } from './directory'

/** The roles. A name that is taken is a `conflict`. */
export function createRoleRepository({ db }: Database) {
  return {
    async find(id: string): Promise<Role | undefined> {
      return db.selectFrom('vitrine_role').selectAll().where('id', '=', id).executeTakeFirst()
    },

    async list(name?: string): Promise<Role[]> {
      const query = db.selectFrom('vitrine_role').selectAll().orderBy('name')
      return (name === undefined ? query : query.where('name', '=', name)).execute()
    },

    async add(created: Role): Promise<void> {
      await onlyOnce(taken(created), () => db.insertInto('vitrine_role').values(created).execute())
    },

    async update({ id, ...changed }: Role): Promise<void> {
      await onlyOnce(taken({ id, ...changed }), () => db.updateTable('vitrine_role').set(changed).where('id', '=', id).execute())
    },

    /** Takes its assignments along. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('vitrine_role').where('id', '=', id).execute()
    },
  }
}

const taken = ({ name }: Role) => `There is a role named ${name} already.`
