'use client'

import { useGoneMarker } from '@/components/layout/use-gone-marker'

interface Pages {
  /** Why the page could not be had. */
  error: Error | null
  /** The last entry of each page before this one, as the address has them. */
  after: readonly string[]
  /** Writes them into the address. */
  set(change: { after: string[] | null }, options?: { history: 'replace' }): Promise<unknown>
}

/** What a pager is told of the pages that the address counts; one whose marker is gone leads to the page before it. */
export function useMarkerPages({ error, after, set }: Pages) {
  useGoneMarker({ error, after, onBack: () => void set({ after: after.slice(0, -1) }, { history: 'replace' }) })
  return { after, onChange: (next: string[]) => void set({ after: next.length > 0 ? next : null }) }
}
