import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import { type TaskStatus, type TaskType, taskStatuses } from '@/lib/contract/task'

export const taskSortKeys = ['id', 'type', 'status', 'owner', 'image_id', 'created_at', 'updated_at', 'expires_at'] as const
export type TaskSortKey = (typeof taskSortKeys)[number]

/** What a client asks of the task list. */
export interface TaskListQuery {
  limit: number
  marker: string | null
  sortKey: TaskSortKey
  descending: boolean
  status: TaskStatus | null
  type: TaskType | null
  /** Only followed for administrators. */
  owner: string | null
}

export interface TaskListLimits {
  limit_param_default: number
  api_limit_max: number
}

const parameters = z.object({
  limit: z.string().regex(/^\d+$/).transform(Number).optional(),
  marker: z.guid().nullable().default(null),
  sort_key: z.enum(taskSortKeys).default('created_at'),
  sort_dir: z.enum(['asc', 'desc']).default('desc'),
  status: z.enum(taskStatuses).nullable().default(null),
  // Glance knows more types than it lets anybody ask for.
  type: z.literal('import').nullable().default(null),
  owner: z.string().nullable().default(null),
})

/** Reads the query string of the task list; `badRequest` names the parameter that cannot be. */
export function readTaskListQuery(
  given: Readonly<Record<string, string | readonly string[]>>,
  { limit_param_default, api_limit_max }: TaskListLimits,
): TaskListQuery {
  const last = Object.fromEntries(Object.entries(given).map(([name, values]) => [name, [values].flat().at(-1)]))
  const parsed = parameters.safeParse(last)
  if (!parsed.success) {
    const [name = ''] = parsed.error.issues[0]?.path ?? []
    throw new Problem('badRequest', `The parameter ${String(name)} cannot be "${last[String(name)]}".`)
  }
  const { limit = limit_param_default, sort_key, sort_dir, ...rest } = parsed.data
  return { ...rest, limit: Math.min(limit, api_limit_max), sortKey: sort_key, descending: sort_dir === 'desc' }
}
