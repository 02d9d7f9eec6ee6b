import { queryOptions } from '@tanstack/react-query'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import { api } from './api'

interface Refusals {
  refusals: RefusedRequest[]
}

/** The newest refusals that the person may know of. */
export const recentRefusals = (projectId: string) =>
  queryOptions({
    queryKey: ['refusals', projectId],
    queryFn: async ({ signal }) => (await api<Refusals>('/api/refusals', { signal })).refusals,
    refetchInterval: 60_000,
  })

/** What happened to one request; null where it is not known. */
export const oneRefusal = (requestId: string, projectId: string) =>
  queryOptions({
    queryKey: ['refusals', projectId, requestId],
    queryFn: async ({ signal }) =>
      (await api<Refusals>(`/api/refusals?${new URLSearchParams({ request: requestId })}`, { signal })).refusals[0] ?? null,
  })

/** The image that a request was about, by its path. */
export function imageOf({ path }: Pick<RefusedRequest, 'path'>): string | undefined {
  return /^\/v2\/images\/([^/]+)/.exec(path)?.[1]
}
