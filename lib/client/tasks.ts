import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { paths } from '@/lib/contract/paths'
import { type ImageTaskView, type TaskListView, type TaskSummaryView, type TaskView, taskStatuses } from '@/lib/contract/task'
import { api } from './api'

const busyMs = 5_000
const quietMs = 60_000
const pageSize = '25'

/** What the address of the list of tasks can say. */
export const taskSearch = {
  status: parseAsStringLiteral(taskStatuses),
  /** The id of an image, whose tasks alone are listed. */
  image: parseAsString,
  /** The id of the task that is shown in full. */
  task: parseAsString,
  /** The last task of each page before this one. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
}
export type TaskSearch = inferParserType<typeof taskSearch>

/** A task in a list, in full where the list says so much. */
export type ListedTask = TaskSummaryView & Partial<TaskView>

export interface TaskPage {
  tasks: ListedTask[]
  next?: string
}

/** Whether something will happen to it by itself. */
export function isUnderway({ status }: Pick<TaskSummaryView, 'status'>): boolean {
  return status === 'pending' || status === 'processing'
}

/** A page of tasks, the newest first; those of one image are all on one page. */
export const taskListQuery = ({ status, image, after }: TaskSearch, projectId: string) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'list', status, image, after.at(-1) ?? null],
    queryFn: ({ signal }) => (image ? tasksOfImage(image, status, signal) : taskPage(status, after.at(-1), signal)),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.tasks.some(isUnderway) ? busyMs : quietMs),
  })

async function taskPage(status: TaskSearch['status'], marker: string | undefined, signal: AbortSignal): Promise<TaskPage> {
  const query = new URLSearchParams({ limit: pageSize, ...(status && { status }), ...(marker && { marker }) })
  return api<TaskListView>(`${paths.tasks()}?${query}`, { signal })
}

async function tasksOfImage(id: string, status: TaskSearch['status'], signal: AbortSignal): Promise<TaskPage> {
  const { tasks } = await api<{ tasks: ImageTaskView[] }>(`${paths.image(encodeURIComponent(id))}/tasks`, { signal })
  return {
    tasks: tasks
      .filter((task) => status === null || task.status === status)
      .map(listed)
      .reverse(),
  }
}

/** Glance writes these times without their zone, which is UTC, and says null where other documents lack a field. */
function listed({ image_id, request_id, user_id, expires_at, ...task }: ImageTaskView): ListedTask {
  const utc = (time: string) => `${time.slice(0, 19)}Z`
  return {
    ...task,
    created_at: utc(task.created_at),
    updated_at: utc(task.updated_at),
    ...(expires_at && { expires_at: utc(expires_at) }),
    ...(image_id !== null && { image_id }),
    ...(request_id !== null && { request_id }),
    ...(user_id !== null && { user_id }),
    self: paths.task(task.id),
    schema: paths.schema('task'),
  }
}

/** A task in full. One that has finished never changes, and is asked for once. */
export const taskQuery = (id: string, projectId: string, known?: Pick<TaskSummaryView, 'status' | 'updated_at'>) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'one', id, known && !isUnderway(known) ? known.updated_at : 'live'],
    queryFn: ({ signal }) => api<TaskView>(paths.task(encodeURIComponent(id)), { signal }),
    staleTime: known && !isUnderway(known) ? Number.POSITIVE_INFINITY : 0,
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? busyMs : false),
  })
