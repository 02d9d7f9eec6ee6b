'use client'

import { useQueryStates } from 'nuqs'
import { type ImageSearch, imageSearch } from '@/lib/client/image-search'

/** The view of the image list that the address names, and a way to another; a new view begins at its first page. */
export function useImageSearch() {
  const [search, set] = useQueryStates(imageSearch, { scroll: false })
  const change = (changes: Partial<{ [K in keyof ImageSearch]: ImageSearch[K] | null }>, history: 'push' | 'replace' = 'push') =>
    void set({ after: null, passed: null, ...changes }, { history })
  return { search, change }
}
