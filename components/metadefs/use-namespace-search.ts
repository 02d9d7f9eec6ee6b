'use client'

import { useQueryStates } from 'nuqs'
import { type NamespaceSearch, namespaceSearch } from '@/lib/client/metadefs/namespace-search'

/** The view of the namespaces that the address names, and a way to another; a new view begins at its first page. */
export function useNamespaceSearch() {
  const [search, set] = useQueryStates(namespaceSearch, { scroll: false })
  type Changes = Partial<{ [K in keyof NamespaceSearch]: NamespaceSearch[K] | null }>
  const change = (changes: Changes, history: 'push' | 'replace' = 'push') => void set({ after: null, ...changes }, { history })
  return { search, change }
}
