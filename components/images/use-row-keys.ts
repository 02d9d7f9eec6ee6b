'use client'

import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'
import { useKeys } from '@/components/layout/keys'
import type { ImageView } from '@/lib/client/image-view'
import type { Selection } from './use-selection'

/** Moves from row to row by keys; the row whose link has the focus is the one that the others act on, and Enter opens it. */
export function useRowKeys(body: RefObject<HTMLElement | null>, images: readonly ImageView[], selection: Selection) {
  const router = useRouter()
  const rows = () => [...(body.current?.querySelectorAll<HTMLElement>('tr[data-image]') ?? [])]
  const focused = () => rows().find((row) => row.contains(document.activeElement))
  const move = (step: 1 | -1) => () => {
    const all = rows()
    const at = all.findIndex((row) => row.contains(document.activeElement))
    const next = at === -1 ? all[0] : all[at + step]
    next?.querySelector('a')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const open = (page: string) => () => {
    const id = focused()?.dataset.image
    if (id) router.push(`/images/${id}/${page}`)
  }
  useKeys({
    nextRow: move(1),
    previousRow: move(-1),
    selectRow() {
      const image = images.find(({ id }) => id === focused()?.dataset.image)
      if (image) selection.toggle(image, false)
    },
    edit: open('properties'),
    share: open('sharing'),
  })
}
