'use client'

import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '@/components/layout/session'
import type { ImageView } from '@/lib/client/image-view'
import { matchingQuery } from '@/lib/client/image-walk'
import type { Selection } from '../use-selection'

interface Asked {
  selection: Selection
  /** The page that is shown. */
  rows: readonly ImageView[]
  /** Whether other pages have images that match too. */
  more: boolean
}

/** How many images match; asked for only when a whole page is chosen, and null where a single question cannot tell. */
export function useMatching({ selection: { scope, chosen, whole }, rows, more }: Asked): number | null {
  const { project } = useSignedIn()
  const pageChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  const { data } = useQuery({ ...matchingQuery(scope, project.id), enabled: more && pageChosen && !whole })
  if (!more) return rows.length
  return pageChosen ? (data ?? null) : null
}
