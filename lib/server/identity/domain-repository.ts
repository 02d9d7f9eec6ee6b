import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { Domain } from './directory'

export interface DomainFilter {
  name?: string | undefined
  enabled?: boolean | undefined
}

/** The domains. A name that is taken is a `conflict`. */
export function createDomainRepository({ db }: Database) {
  return {
    async find(id: string): Promise<Domain | undefined> {
      const row = await db.selectFrom('vitrine_domain').selectAll().where('id', '=', id).executeTakeFirst()
      return row && domain(row)
    },

    async list({ name, enabled }: DomainFilter = {}): Promise<Domain[]> {
      let query = db.selectFrom('vitrine_domain').selectAll().orderBy('name')
      if (name !== undefined) query = query.where('name', '=', name)
      if (enabled !== undefined) query = query.where('enabled', '=', enabled)
      return (await query.execute()).map(domain)
    },

    async add(created: Domain): Promise<void> {
      await onlyOnce(`There is a domain named ${created.name} already.`, () =>
        db.insertInto('vitrine_domain').values(created).execute(),
      )
    },

    async update({ id, ...changed }: Domain): Promise<void> {
      await onlyOnce(`There is a domain named ${changed.name} already.`, () =>
        db.updateTable('vitrine_domain').set(changed).where('id', '=', id).execute(),
      )
    },

    /** Takes its users and projects along. */
    async remove(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const projects = transaction.selectFrom('vitrine_project').select('id').where('domain_id', '=', id)
        await transaction
          .deleteFrom('vitrine_assignment')
          .where(({ and, eb, or }) =>
            or([
              and([eb('target_kind', '=', 'domain'), eb('target_id', '=', id)]),
              and([eb('target_kind', '=', 'project'), eb('target_id', 'in', projects)]),
            ]),
          )
          .execute()
        await transaction.deleteFrom('vitrine_domain').where('id', '=', id).execute()
      })
    },
  }
}

function domain(row: Domain): Domain {
  return { ...row, enabled: Boolean(row.enabled) }
}
