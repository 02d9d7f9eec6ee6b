'use client'

import { useState } from 'react'
import { useOnce } from '@/components/ui/use-once'
import type { ImageListQuery } from '@/lib/client/image-queries'
import { useLiveImages } from './use-live-images'
import { useSelection } from './use-selection'

interface View {
  /** The page that is shown. */
  query: ImageListQuery
  /** Where the API lists everything that matches, on all pages. */
  scope: string
  /** The last image of each page before this one. */
  after: readonly string[]
}

/** A page of images that is refreshed by itself, and what is chosen of it and of the pages around it. */
export function useImageList({ query, scope, after }: View) {
  const [held, onHold] = useState(false)
  const live = useLiveImages(query, held)
  const { list } = live
  const selection = useSelection(scope, live.rows, live.gone)
  const chosenOnce = useOnce(selection.chosen.size > 0)
  const more = after.length > 0 || list?.next !== undefined
  return {
    ...live,
    selection,
    /** What actions on the chosen images need; false until some were chosen. */
    bulk: chosenOnce && { selection, rows: list?.images ?? [], more },
    empty: list?.images.length === 0 && after.length === 0,
    onHold,
  }
}
