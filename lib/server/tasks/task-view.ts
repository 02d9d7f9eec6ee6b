import { paths } from '@/lib/contract/paths'
import type { ImageTaskView, TaskListView, TaskSummaryView, TaskView } from '@/lib/contract/task'
import type { Task } from './task'

/** Domain → wire, as a list shows a task. */
export function taskSummaryView(task: Task): TaskSummaryView {
  return {
    id: task.id,
    type: task.type,
    status: task.status,
    owner: task.owner,
    created_at: wireTime(task.createdAt),
    updated_at: wireTime(task.updatedAt),
    ...(task.expiresAt && { expires_at: wireTime(task.expiresAt) }),
    self: paths.task(task.id),
    schema: paths.schema('task'),
  }
}

/** Domain → wire, in full; what there is none of is absent. */
export function taskView(task: Task): TaskView {
  const { image_id, request_id, user_id, ...detail } = taskDetail(task)
  return {
    ...taskSummaryView(task),
    ...detail,
    ...(image_id !== null && { image_id }),
    ...(request_id !== null && { request_id }),
    ...(user_id !== null && { user_id }),
  }
}

/** Domain → wire, as `/v2/images/{id}/tasks` shows it. */
export function imageTaskView(task: Task): ImageTaskView {
  return {
    id: task.id,
    type: task.type,
    status: task.status,
    owner: task.owner,
    created_at: preciseTime(task.createdAt),
    updated_at: preciseTime(task.updatedAt),
    expires_at: task.expiresAt && preciseTime(task.expiresAt),
    deleted_at: null,
    deleted: false,
    ...taskDetail(task),
  }
}

/** The list document, whose links repeat every parameter that the client gave. */
export function taskListView(tasks: readonly Task[], search: URLSearchParams, more: boolean): TaskListView {
  const first = new URLSearchParams(search)
  first.delete('marker')
  const next = new URLSearchParams(first)
  next.set('marker', tasks.at(-1)?.id ?? '')
  const link = (query: URLSearchParams) => (query.size > 0 ? `${paths.tasks()}?${query}` : paths.tasks())
  return {
    tasks: tasks.map(taskSummaryView),
    first: link(first),
    ...(more && { next: link(next) }),
    schema: paths.schema('tasks'),
  }
}

function taskDetail({ input, result, message, imageId, requestId, userId }: Task) {
  return { input, result, message, image_id: imageId, request_id: requestId, user_id: userId }
}

function wireTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}

function preciseTime(time: Date): string {
  return time.toISOString().replace('Z', '000')
}
