'use client'

import { useQueryStates } from 'nuqs'
import { type AdminImageSearch, adminImageSearch } from '@/lib/client/admin-images'

/** The view of all projects' images that the address names, and ways to another; one that is changed begins at its first page. */
export function useAdminImageSearch() {
  const [search, set] = useQueryStates(adminImageSearch, { history: 'push', scroll: false })
  const change = (changes: Partial<{ [K in keyof AdminImageSearch]: AdminImageSearch[K] | null }>) =>
    void set({ after: null, ...changes })
  return { search, set, change }
}
