import { queryOptions } from '@tanstack/react-query'
import type { RegionalSettingsView } from '@/lib/contract/client-settings'
import { api } from './api'

/** What a command-line client needs to know of the cloud, and its other regions; the region may be another in another project. */
export function clientSettingsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['client-settings', projectId],
    queryFn: ({ signal }) => api<RegionalSettingsView>('/api/client-settings', { signal }),
  })
}
