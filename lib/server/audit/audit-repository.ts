import type { ExpressionBuilder } from 'kysely'
import type { AuditQuery } from '@/lib/contract/audit'
import type { Database } from '../db/database'
import type { Schema } from '../db/schema'
import { unindexed } from '../db/unindexed'
import type { AuditRecord, KeptRecord } from './audit-record'

export interface AuditRepository {
  append(records: readonly AuditRecord[]): Promise<void>
  /**
   * The newest first, or the oldest, one more than `limit` where more follow: of everybody, or of one project what it did to images that
   * it can see or had; of one image that it owns also what others did to it.
   */
  list(query: AuditQuery, projectId: string | null): Promise<KeptRecord[]>
  /** Removes what is older than `before`, and all but the newest `rows`; answers how many that were. */
  prune(before: number, rows: number): Promise<number>
}

/** The audit log in `vitrine_audit`. Its ids grow with time, so they are the order. */
export function createAuditRepository({ db, kind }: Database): AuditRepository {
  return {
    async append(records) {
      await db.insertInto('vitrine_audit').values(records.map(toRow)).execute()
    },

    async list(query, projectId) {
      let found = db.selectFrom('vitrine_audit').selectAll()
      found = found.where((eb) => eb.and(wanted(eb, query)))
      if (query.marker !== undefined) found = found.where('id', query.sort_dir === 'asc' ? '>' : '<', Number(query.marker))
      if (projectId !== null) {
        found = found.where((eb) =>
          eb.or([
            eb.and([eb('project_id', '=', projectId), eb.exists(visibleImage(eb, projectId))]),
            ...(namesNobody(query) ? [eb.and([eb('status', '<', 400), eb.exists(ownImage(eb, projectId))])] : []),
          ]),
        )
      }
      const rows = await found
        .orderBy('id', query.sort_dir)
        .limit(query.limit + 1)
        .execute()
      return rows.map(fromRow)
    },

    async prune(before, rows) {
      const old = await db.deleteFrom('vitrine_audit').where('time', '<', before).executeTakeFirst()
      const first = await db
        .selectFrom('vitrine_audit')
        .select('id')
        .orderBy('id', 'desc')
        .offset(rows)
        .limit(1)
        .executeTakeFirst()
      const many = first && (await db.deleteFrom('vitrine_audit').where('id', '<=', first.id).executeTakeFirst())
      return Number(old.numDeletedRows) + Number(many?.numDeletedRows ?? 0)
    },
  }

  /** The image that an entry is about, if the project can see it; its own also after their deletion. */
  function visibleImage(eb: ExpressionBuilder<Schema, 'vitrine_audit'>, projectId: string) {
    return imageOf(eb).where((image) =>
      image.or([
        image('images.owner', '=', projectId),
        image.and([
          image(unindexed<boolean>(kind, 'images.deleted'), '=', false),
          image.or([
            image('images.owner', 'is', null),
            image(unindexed<string>(kind, 'images.visibility'), 'in', ['public', 'community']),
            image.and([
              image(unindexed<string>(kind, 'images.visibility'), '=', 'shared'),
              image.exists(membership(image, projectId)),
            ]),
          ]),
        ]),
      ]),
    )
  }
}

/** Whether it asks for one image without asking who it was: what others did there is told, but not by whom. */
function namesNobody({ resource_id, user, project }: AuditQuery): boolean {
  return resource_id !== undefined && user === undefined && project === undefined
}

/** The image that an entry is about. */
function imageOf(eb: ExpressionBuilder<Schema, 'vitrine_audit'>) {
  return eb.selectFrom('images').select('images.id').whereRef('images.id', '=', 'vitrine_audit.resource_id')
}

function ownImage(eb: ExpressionBuilder<Schema, 'vitrine_audit'>, projectId: string) {
  return imageOf(eb).where('images.owner', '=', projectId)
}

function membership(eb: ExpressionBuilder<Schema, 'images'>, projectId: string) {
  return eb
    .selectFrom('image_members')
    .select('image_members.id')
    .whereRef('image_members.image_id', '=', 'images.id')
    .where('image_members.member', '=', projectId)
    .where('image_members.deleted', '=', false)
}

function wanted(eb: ExpressionBuilder<Schema, 'vitrine_audit'>, query: AuditQuery) {
  const { resource_id, user, project, operation, status, request_id, since, until } = query
  return [
    ...(resource_id === undefined ? [] : [eb('resource_id', '=', resource_id)]),
    ...(request_id === undefined ? [] : [eb('request_id', '=', request_id)]),
    ...(operation === undefined ? [] : [eb('operation', '=', operation)]),
    ...(user === undefined ? [] : [eb.or([eb('user_id', '=', user), eb('user_name', '=', user)])]),
    ...(project === undefined ? [] : [eb.or([eb('project_id', '=', project), eb('project_name', '=', project)])]),
    ...(status === undefined ? [] : [eb.between('status', ...statusRange(status))]),
    ...(since === undefined ? [] : [eb('time', '>=', Date.parse(since))]),
    ...(until === undefined ? [] : [eb('time', '<', Date.parse(until))]),
  ]
}

function statusRange(status: string): [number, number] {
  return [Number(status.replaceAll('x', '0')), Number(status.replaceAll('x', '9'))]
}

function toRow({ requestId, userId, userName, projectId, projectName, resourceId, ...record }: AuditRecord) {
  return {
    ...record,
    request_id: requestId,
    user_id: userId,
    user_name: userName,
    project_id: projectId,
    project_name: projectName,
    resource_id: resourceId,
  }
}

type Row = ReturnType<typeof toRow> & { id: number }

function fromRow(row: Row): KeptRecord {
  const { id, time, operation, status, address, summary } = row
  return {
    ...{ id: Number(id), time: Number(time), operation, status, address, summary },
    requestId: row.request_id,
    userId: row.user_id,
    userName: row.user_name,
    projectId: row.project_id,
    projectName: row.project_name,
    resourceId: row.resource_id,
  }
}
