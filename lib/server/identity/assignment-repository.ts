import type { Selectable } from 'kysely'
import type { Database } from '../db/database'
import { isDuplicate } from '../db/duplicate'
import type { Assignment, Target } from './directory'
import type { IdentityTables } from './identity-tables'

export interface AssignmentFilter {
  userId?: string | undefined
  roleId?: string | undefined
  target?: Target | undefined
}

/** Who holds which role on what. */
export function createAssignmentRepository({ db }: Database) {
  return {
    async list({ userId, roleId, target }: AssignmentFilter): Promise<Assignment[]> {
      let query = db.selectFrom('vitrine_assignment').selectAll().orderBy('user_id').orderBy('target_id').orderBy('role_id')
      if (userId !== undefined) query = query.where('user_id', '=', userId)
      if (roleId !== undefined) query = query.where('role_id', '=', roleId)
      if (target) query = query.where('target_kind', '=', target.kind).where('target_id', '=', target.id)
      return (await query.execute()).map(assignment)
    },

    /** Giving a role twice is giving it once. */
    async add({ userId, roleId, target }: Assignment): Promise<void> {
      try {
        await db
          .insertInto('vitrine_assignment')
          .values({ user_id: userId, role_id: roleId, target_kind: target.kind, target_id: target.id })
          .execute()
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },

    async remove({ userId, roleId, target }: Assignment): Promise<void> {
      await db
        .deleteFrom('vitrine_assignment')
        .where('user_id', '=', userId)
        .where('role_id', '=', roleId)
        .where('target_kind', '=', target.kind)
        .where('target_id', '=', target.id)
        .execute()
    },
  }
}

function assignment(row: Selectable<IdentityTables['vitrine_assignment']>): Assignment {
  return { userId: row.user_id, roleId: row.role_id, target: { kind: row.target_kind, id: row.target_id } }
}
