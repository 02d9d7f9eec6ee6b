'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { imageQueries } from '@/lib/client/image-queries'

/** How many images there are at that path of the API, as far as its first page says. */
export function useMatches(path: string): { count: number; more: boolean; isLoading: boolean } {
  const { project } = useSignedIn()
  const { data, isLoading } = useQuery(imageQueries.elsewhere(path, project.id))
  return { count: data?.images.length ?? 0, more: data?.next !== undefined, isLoading }
}

interface Props {
  /** Where the API lists images that the empty list does not have. */
  path: string
  text(count: number, more: boolean): string
  /** What leads to them. */
  way(count: number): ReactNode
}

/** Says of an empty list which images are in another one, and leads there; nothing where none is. */
export function MatchHint({ path, text, way }: Props) {
  const { count, more } = useMatches(path)
  return (
    <div role="status" className="empty:hidden">
      {count > 0 && (
        <p className="mt-1 flex flex-wrap items-center justify-center gap-2 text-table">
          {text(count, more)}
          {way(count)}
        </p>
      )}
    </div>
  )
}
