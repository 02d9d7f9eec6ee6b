import type { Selectable } from 'kysely'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import type { Project } from './directory'
import type { IdentityTables } from './identity-tables'

export interface ProjectFilter {
  ids?: readonly string[]
  name?: string | undefined
  domainId?: string | undefined
  enabled?: boolean | undefined
}

/** The projects. A name that is taken in the domain is a `conflict`. */
export function createProjectRepository({ db }: Database) {
  return {
    async find(id: string): Promise<Project | undefined> {
      const row = await db.selectFrom('vitrine_project').selectAll().where('id', '=', id).executeTakeFirst()
      return row && project(row)
    },

    async list({ ids, name, domainId, enabled }: ProjectFilter = {}): Promise<Project[]> {
      if (ids?.length === 0) return []
      let query = db.selectFrom('vitrine_project').selectAll().orderBy('name')
      if (ids) query = query.where('id', 'in', ids)
      if (name !== undefined) query = query.where('name', '=', name)
      if (domainId !== undefined) query = query.where('domain_id', '=', domainId)
      if (enabled !== undefined) query = query.where('enabled', '=', enabled)
      return (await query.execute()).map(project)
    },

    async add(created: Project): Promise<void> {
      await onlyOnce(taken(created), () => db.insertInto('vitrine_project').values(row(created)).execute())
    },

    async update(changed: Project): Promise<void> {
      await onlyOnce(taken(changed), () =>
        db.updateTable('vitrine_project').set(row(changed)).where('id', '=', changed.id).execute(),
      )
    },

    /** Takes its role assignments, application credentials and tokens along. */
    async remove(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        for (const table of ['vitrine_assignment', 'vitrine_token'] as const)
          await transaction.deleteFrom(table).where('target_kind', '=', 'project').where('target_id', '=', id).execute()
        await transaction
          .updateTable('vitrine_user')
          .set({ default_project_id: null })
          .where('default_project_id', '=', id)
          .execute()
        await transaction.deleteFrom('vitrine_project').where('id', '=', id).execute()
      })
    },
  }
}

const taken = ({ name }: Project) => `There is a project named ${name} in this domain already.`

function row({ domainId, ...rest }: Project) {
  return { ...rest, domain_id: domainId }
}

function project({ domain_id, enabled, ...rest }: Selectable<IdentityTables['vitrine_project']>): Project {
  return { ...rest, domainId: domain_id, enabled: Boolean(enabled) }
}
