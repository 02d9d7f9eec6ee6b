import type { TaskStatus, TaskType } from '@/lib/contract/task'

/** A piece of work that goes on after its request was answered. */
export interface Task {
  id: string
  type: TaskType
  status: TaskStatus
  /** The project. */
  owner: string
  userId: string | null
  /** The request that started it. */
  requestId: string | null
  imageId: string | null
  input: unknown
  result: unknown
  /** How far it is, or why it failed; empty where there is nothing to say. */
  message: string
  createdAt: Date
  updatedAt: Date
  /** Null until it has finished. */
  expiresAt: Date | null
}

/** A task that is to be done. */
export type NewTask = Pick<Task, 'id' | 'type' | 'owner' | 'userId' | 'requestId' | 'imageId' | 'input'>

/** Whether nothing more will happen to it. */
export function isFinished({ status }: Pick<Task, 'status'>): boolean {
  return status === 'success' || status === 'failure'
}
