'use client'

import { useQueryStates } from 'nuqs'
import { type ImageSearch, imageSearch } from '@/lib/client/image-search'

/** The view of the image list that the address names, and a way to another; a new view begins at its first page. */
export function useImageSearch() {
  const [search, set] = useQueryStates(imageSearch, { history: 'push', scroll: false })
  const change = (changes: Partial<{ [K in keyof ImageSearch]: ImageSearch[K] | null }>) =>
    void set({ after: null, passed: null, ...changes })
  return { search, change }
}
