import { queryOptions } from '@tanstack/react-query'
import type { ClientSettingsView } from '@/lib/contract/client-settings'
import { api } from './api'

/** What a command-line client needs to know of the cloud; the region may be another in another project. */
export function clientSettingsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['client-settings', projectId],
    queryFn: ({ signal }) => api<ClientSettingsView>('/api/client-settings', { signal }),
  })
}
