import type { TaskStatus, TaskType } from '@/lib/contract/task'
import type { Flag, Timestamp } from './glance-tables'

export interface TasksTable {
  id: string
  type: TaskType
  status: TaskStatus
  /** The project. */
  owner: string
  expires_at: Timestamp | null
  created_at: Timestamp
  updated_at: Timestamp | null
  deleted_at: Timestamp | null
  deleted: Flag
  image_id: string | null
  request_id: string | null
  user_id: string | null
}

export interface TaskInfoTable {
  task_id: string
  /** JSON, as `result`. */
  input: string | null
  result: string | null
  message: string | null
}

/** Glance's tables of tasks. */
export interface TaskTables {
  tasks: TasksTable
  task_info: TaskInfoTable
}
