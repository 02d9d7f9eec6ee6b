import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { TaskStatus } from '@/lib/contract/task'
import type { Database } from '../db/database'
import type { Schema } from '../db/schema'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import type { NewTask, Task } from './task'
import type { TaskListQuery, TaskSortKey } from './task-list-query'

export interface TaskPage {
  tasks: Task[]
  /** Whether tasks follow. */
  more: boolean
}

/** What a task ends with. */
export interface Outcome {
  status: Extract<TaskStatus, 'success' | 'failure'>
  result: unknown
  message: string
  expiresAt: Date
}

/** Tasks in Glance's tables. */
export interface TaskRepository {
  create(task: NewTask): Promise<void>
  /** Removes a task that never began. */
  withdraw(id: string): Promise<void>
  find(id: string): Promise<Task | null>
  /** One page of one project's tasks, or of all; `badRequest` when the marker is none of them. */
  list(query: TaskListQuery, owner: string | null): Promise<TaskPage>
  ofImage(imageId: string): Promise<Task[]>
  unfinished(): Promise<Task[]>
  /** `pending` → `processing`; false when it is not pending any more. */
  begin(id: string): Promise<boolean>
  /** Says how far a running task is; false when it runs no more. */
  report(id: string, message: string): Promise<boolean>
  /** Ends a task once: false when it had ended before. */
  finish(id: string, outcome: Outcome): Promise<boolean>
  /** Forgets tasks that finished long ago. */
  removeExpired(): Promise<void>
}

export function createTaskRepository({ db, kind }: Database): TaskRepository {
  const now = () => toTimestamp(new Date(), kind)
  const living = () =>
    db
      .selectFrom('tasks')
      .leftJoin('task_info', 'task_info.task_id', 'tasks.id')
      .where(unindexed<boolean>(kind, 'tasks.deleted'), '=', false)
      .selectAll('tasks')
      .select(['task_info.input', 'task_info.result', 'task_info.message'])
  const running = (id: string) => db.updateTable('tasks').where('id', '=', id).where('status', 'in', ['pending', 'processing'])

  async function markerRow(marker: string, owner: string | null) {
    let query = living().where('tasks.id', '=', marker)
    if (owner !== null) query = query.where('tasks.owner', '=', owner)
    const row = await query.executeTakeFirst()
    if (!row) throw new Problem('badRequest', `The marker ${marker} is not a task that you can see.`)
    return row
  }

  return {
    async create({ id, type, owner, userId, requestId, imageId, input }) {
      const at = now()
      const row = { id, type, owner, user_id: userId, request_id: requestId, image_id: imageId }
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('tasks')
          .values({ ...row, status: 'pending', created_at: at, updated_at: at, deleted: false })
          .execute()
        await trx
          .insertInto('task_info')
          .values({ task_id: id, input: JSON.stringify(input), message: '' })
          .execute()
      })
    },

    async withdraw(id) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('task_info').where('task_id', '=', id).execute()
        await trx.deleteFrom('tasks').where('id', '=', id).execute()
      })
    },

    async find(id) {
      const row = await living().where('tasks.id', '=', id).executeTakeFirst()
      return row ? fromRow(row) : null
    },

    async list(query, owner) {
      const marker = query.marker === null ? null : fromMarker(await markerRow(query.marker, owner), query.sortKey)
      const direction = query.descending ? 'desc' : 'asc'
      const rows = await living()
        .where((eb) => eb.and(listed(eb, query, owner)))
        .where((eb) => (marker ? following(eb, marker, query) : eb.and([])))
        .orderBy(sortExpression(query.sortKey), direction)
        .orderBy('tasks.id', direction)
        .limit(query.limit + 1)
        .execute()
      return { tasks: rows.slice(0, query.limit).map(fromRow), more: query.limit > 0 && rows.length > query.limit }
    },

    async ofImage(imageId) {
      const rows = await living().where('tasks.image_id', '=', imageId).orderBy('tasks.created_at').execute()
      return rows.map(fromRow)
    },

    async unfinished() {
      return (await living().where('tasks.status', 'in', ['pending', 'processing']).execute()).map(fromRow)
    },

    async begin(id) {
      const update = db.updateTable('tasks').where('id', '=', id).where('status', '=', 'pending')
      return changed(await update.set({ status: 'processing', updated_at: now() }).executeTakeFirst())
    },

    async report(id, message) {
      if (!changed(await running(id).set({ updated_at: now() }).executeTakeFirst())) return false
      await db.updateTable('task_info').set({ message }).where('task_id', '=', id).execute()
      return true
    },

    async finish(id, { status, result, message, expiresAt }) {
      const expires = { expires_at: toTimestamp(expiresAt, kind), updated_at: now() }
      return db.transaction().execute(async (trx) => {
        const update = trx.updateTable('tasks').where('id', '=', id).where('status', 'in', ['pending', 'processing'])
        if (!changed(await update.set({ status, ...expires }).executeTakeFirst())) return false
        const info = { result: result === null ? null : JSON.stringify(result), message }
        await trx.updateTable('task_info').set(info).where('task_id', '=', id).execute()
        return true
      })
    },

    async removeExpired() {
      const at = now()
      await db
        .updateTable('tasks')
        .set({ deleted: true, deleted_at: at })
        .where('expires_at', '<=', at)
        .where(unindexed<boolean>(kind, 'deleted'), '=', false)
        .execute()
    },
  }
}

type Builder = ExpressionBuilder<Schema, 'tasks'>

function listed(eb: Builder, { status, type, owner: asked }: TaskListQuery, owner: string | null): Expression<SqlBool>[] {
  const wanted = { status, type, owner: owner ?? asked }
  return (['status', 'type', 'owner'] as const).flatMap((name) => {
    const value = wanted[name]
    return value === null ? [] : [eb(`tasks.${name}`, '=', value)]
  })
}

/** Every database puts nulls elsewhere: here a task without a value comes before all that have one. */
function sortExpression(key: TaskSortKey) {
  const column = sql.ref<string>(`tasks.${key}`)
  const absent = absences[key]
  return absent === undefined ? column : sql<string>`coalesce(${column}, ${sql.lit(absent)})`
}

/** What stands for no value in the columns that may have none. */
const absences: Partial<Record<TaskSortKey, string>> = { expires_at: '1970-01-01 00:00:00', image_id: '' }

interface Marker {
  id: string
  value: string
}

function fromMarker(row: { id: string } & Record<TaskSortKey, string | null>, key: TaskSortKey): Marker {
  return { id: row.id, value: row[key] ?? absences[key] ?? '' }
}

function following(eb: Builder, { id, value }: Marker, { sortKey, descending }: TaskListQuery): Expression<SqlBool> {
  const expression = sortExpression(sortKey)
  const after = descending ? '<' : '>'
  return eb.or([eb(expression, after, value), eb.and([eb(expression, '=', value), eb('tasks.id', after, id)])])
}

function changed({ numUpdatedRows }: { numUpdatedRows: bigint }): boolean {
  return numUpdatedRows > 0n
}

interface TaskRow {
  id: string
  type: Task['type']
  status: TaskStatus
  owner: string
  user_id: string | null
  request_id: string | null
  image_id: string | null
  created_at: string
  updated_at: string | null
  expires_at: string | null
  input: string | null
  result: string | null
  message: string | null
}

function fromRow(row: TaskRow): Task {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    owner: row.owner,
    userId: row.user_id,
    requestId: row.request_id,
    imageId: row.image_id,
    input: row.input === null ? null : JSON.parse(row.input),
    result: row.result === null ? null : JSON.parse(row.result),
    message: row.message ?? '',
    createdAt: fromTimestamp(row.created_at),
    updatedAt: fromTimestamp(row.updated_at ?? row.created_at),
    expiresAt: row.expires_at === null ? null : fromTimestamp(row.expires_at),
  }
}
