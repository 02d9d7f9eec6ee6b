import { z } from 'zod'

export const taskTypes = ['import', 'api_image_import', 'location_import'] as const
export type TaskType = (typeof taskTypes)[number]

export const taskStatuses = ['pending', 'processing', 'success', 'failure'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const TaskPath = z.object({
  taskId: z
    .string()
    .max(36)
    .regex(/^[^\0]+$/),
})

/** `POST /v2/tasks`: the one type that a client may create. */
export const TaskInput = z.object({
  type: z.literal('import', { error: 'only tasks of the type import can be created' }),
  input: z.object({
    import_from: z.string({ error: 'import_from must be the address of the data' }),
    import_from_format: z.string().optional(),
    image_properties: z.record(z.string(), z.unknown()).default({}),
  }),
})
export type TaskInput = z.infer<typeof TaskInput>

export const TaskListParameters = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** A task in a list. */
export interface TaskSummaryView {
  id: string
  type: TaskType
  status: TaskStatus
  owner: string
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  created_at: string
  updated_at: string
  /** Only when the task has finished. */
  expires_at?: string
  self: string
  schema: string
}

export interface TaskView extends TaskSummaryView {
  input: unknown
  result: unknown
  message: string
  image_id?: string
  request_id?: string
  user_id?: string
}

export interface TaskListView {
  tasks: TaskSummaryView[]
  first: string
  /** Absent on the last page. */
  next?: string
  schema: string
}

type Origin = 'image_id' | 'request_id' | 'user_id'

/** A task among those of one image; times are UTC with microseconds and without a zone, as Glance writes them here. */
export interface ImageTaskView extends Omit<TaskView, 'expires_at' | 'self' | 'schema' | Origin> {
  image_id: string | null
  request_id: string | null
  user_id: string | null
  expires_at: string | null
  deleted_at: null
  deleted: false
}
