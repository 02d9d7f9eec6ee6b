import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditList } from '@/lib/contract/audit'
import type { ImportMethod } from '@/lib/contract/import-request'
import { paths } from '@/lib/contract/paths'
import type { ImageTaskView } from '@/lib/contract/task'
import { api } from './api'
import { unlessGone } from './ask-again'

const busyMs = 2_000
const quietMs = 60_000
const pageSize = 50

/** Whether a task goes on. */
export function isUnderWay({ status }: Pick<ImageTaskView, 'status'>): boolean {
  return status === 'pending' || status === 'processing'
}

/** What was imported into an image, and by whom it is remembered; times are UTC with a zone, unlike on the wire. */
export const imageTasksQuery = (imageId: string, projectId: string) =>
  queryOptions({
    queryKey: ['images', projectId, 'tasks', imageId],
    queryFn: async ({ signal }) => {
      const { tasks } = await api<{ tasks: ImageTaskView[] }>(`${paths.image(encodeURIComponent(imageId))}/tasks`, { signal })
      return tasks.map((task) => ({ ...task, created_at: zoned(task.created_at), updated_at: zoned(task.updated_at) }))
    },
    refetchInterval: ({ state: { data, error } }) => unlessGone(data?.some(isUnderWay) ? busyMs : quietMs, error),
  })

function zoned(time: string): string {
  return time.endsWith('Z') ? time : `${time}Z`
}

/** What was done to an image or refused, as far as the person may know of it; the newest first. */
export const imageAuditQuery = (imageId: string, projectId: string) =>
  infiniteQueryOptions({
    queryKey: ['images', projectId, 'audit', imageId],
    queryFn: ({ pageParam, signal }) => api<AuditList>(pageParam, { signal }),
    initialPageParam: `/api/audit?${new URLSearchParams({ resource_id: imageId, limit: String(pageSize) })}`,
    getNextPageParam: ({ next }) => next,
    refetchInterval: quietMs,
  })

/** What a task was asked to do, as far as its input says it. */
export interface Asked {
  method: ImportMethod['name'] | null
  /** Without what may be secret in it. */
  from: string | null
  stores: string[]
}

export function askedOf({ type, input }: Pick<ImageTaskView, 'type' | 'input'>): Asked {
  const {
    import_req: request,
    backend,
    import_from: from,
  } = (input ?? {}) as {
    import_req?: { method?: { name?: ImportMethod['name']; uri?: string } }
    backend?: string[]
    import_from?: string
  }
  const method = request?.method?.name ?? (type === 'import' ? 'web-download' : null)
  const uri = request?.method?.uri ?? from
  return { method, from: uri ? withoutQuery(uri) : null, stores: Array.isArray(backend) ? backend : [] }
}

/** Signed addresses carry their right to read in the query. */
function withoutQuery(uri: string): string {
  const [address = '', query] = uri.split(/[?#]/)
  return query === undefined ? address : `${address}?…`
}

/** How far a copy is, by the words in which the service reports it; null where they say something else. */
export function storedIn(message: string): { store: string; bytes: number } | null {
  const [, mib, store] = /^Stored (\d+) MiB in (.+)$/.exec(message) ?? []
  return mib !== undefined && store !== undefined ? { store, bytes: Number(mib) * 1024 ** 2 } : null
}
