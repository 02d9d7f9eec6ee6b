import { queryOptions } from '@tanstack/react-query'
import type { RegionalSettingsView } from '@/lib/contract/client-settings'
import { api } from './api'

/** What a command-line client needs to know of the cloud, and its other regions; the region may be another in another project. */
export function clientSettingsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['client-settings', projectId],
    // Not given up with the menu that shows it: what was chosen there waits for the same answer.
    queryFn: () => api<RegionalSettingsView>('/api/client-settings'),
  })
}
