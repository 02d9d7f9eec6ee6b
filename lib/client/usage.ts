import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { type UsageMeasure, type UsageOverviewView, type UsageSampleListView, usageMeasures } from '@/lib/contract/usage-overview'
import { api } from './api'
import { sortDirection } from './sort-direction'

const refreshMs = 60_000

/** How far back a plot can go, in days. */
export const usageSpans = [1, 7, 30, 90] as const

/** What the address of the quotas can say. */
export const usageSearch = {
  /** The id of the project whose past is shown; all together unless given. */
  project: parseAsString,
  days: parseAsNumberLiteral(usageSpans).withDefault(7),
  sort: parseAsStringLiteral(['project', ...usageMeasures] as const).withDefault('stored_bytes'),
  dir: sortDirection.withDefault('desc'),
}
export type UsageSortKey = 'project' | UsageMeasure

/** What every project uses, and may use. */
export const usageQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['usage', projectId],
    queryFn: ({ signal }) => api<UsageOverviewView>('/api/usage', { signal }),
    refetchInterval: refreshMs,
  })

/** What was used lately. */
export const usageSamplesQuery = (of: string | null, days: number, projectId: string) =>
  queryOptions({
    queryKey: ['usage', projectId, 'samples', of, days],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ days: String(days), ...(of !== null && { project: of }) })
      return (await api<UsageSampleListView>(`/api/usage/samples?${query}`, { signal })).samples
    },
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  })
