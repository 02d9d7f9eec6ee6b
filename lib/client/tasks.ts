import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { paths } from '@/lib/contract/paths'
import { type ImageTaskView, type TaskListView, type TaskSummaryView, type TaskView, taskStatuses } from '@/lib/contract/task'
import { api } from './api'
import { sortDirection } from './sort-direction'
import { inOrder } from './table-order'

const busyMs = 5_000
const quietMs = 60_000
const pageSize = '25'

export const taskSortKeys = ['type', 'status', 'image_id', 'owner', 'created_at'] as const
export type TaskSortKey = (typeof taskSortKeys)[number]

/** What the address of the list of tasks can say. */
export const taskSearch = {
  status: parseAsStringLiteral(taskStatuses),
  /** The id of an image, whose tasks alone are listed. */
  image: parseAsString,
  sort: parseAsStringLiteral(taskSortKeys).withDefault('created_at'),
  dir: sortDirection.withDefault('desc'),
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

/** A page of tasks; those of one image are all on one page. */
export const taskListQuery = (search: TaskSearch, projectId: string) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'list', listedBy(search)],
    queryFn: ({ signal }) => (search.image ? tasksOfImage(search.image, search, signal) : taskPage(search, signal)),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.tasks.some(isUnderway) ? busyMs : quietMs),
  })

/** What of the address the list depends on. */
function listedBy({ task: _, after, ...search }: TaskSearch) {
  return { ...search, marker: after.at(-1) }
}

async function taskPage(search: TaskSearch, signal: AbortSignal): Promise<TaskPage> {
  const { status, sort, dir, marker } = listedBy(search)
  const query = new URLSearchParams({ limit: pageSize, sort_key: sort, sort_dir: dir })
  if (status) query.set('status', status)
  if (marker) query.set('marker', marker)
  return api<TaskListView>(`${paths.tasks()}?${query}`, { signal })
}

async function tasksOfImage(id: string, { status, sort, dir }: TaskSearch, signal: AbortSignal): Promise<TaskPage> {
  const { tasks } = await api<{ tasks: ImageTaskView[] }>(`${paths.image(encodeURIComponent(id))}/tasks`, { signal })
  const wanted = tasks.filter((task) => status === null || task.status === status).map(listed)
  return { tasks: inOrder(wanted, dir, (task) => task[sort] ?? null) }
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
