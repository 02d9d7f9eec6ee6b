'use client'

import { useState } from 'react'
import { holding } from '@/components/ui/holding'
import type { Upload } from '@/lib/client/uploads/upload'
import { inOrder } from '@/lib/client/uploads/upload-order'

/** Uploads in the order of their list; none changes its place under a mouse, or while one has the keyboard's focus. */
export function useSettledRows(uploads: readonly Upload[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const ordered = inOrder(uploads)
  const rows = held ? ordered.sort((a, b) => placeIn(held, a) - placeIn(held, b)) : ordered
  return { rows, holding: holding((on) => setHeld((now) => (on ? (now ?? rows.map(({ id }) => id)) : null))) }
}

/** What has come since stands last. */
function placeIn(held: readonly string[], { id }: Upload): number {
  return held.includes(id) ? held.indexOf(id) : held.length
}
