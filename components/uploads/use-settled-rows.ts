'use client'

import { useState } from 'react'
import type { Upload } from '@/lib/client/uploads/upload'
import { inOrder } from '@/lib/client/uploads/upload-order'

/** Uploads in the order of their list; none changes its place under a mouse, or while one has the keyboard's focus. */
export function useSettledRows(uploads: readonly Upload[]) {
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const [held, setHeld] = useState<readonly string[]>([])
  const ordered = inOrder(uploads)
  const place = ({ id }: Upload) => (held.includes(id) ? held.indexOf(id) : held.length)
  const rows = hovered || focused ? ordered.sort((a, b) => place(a) - place(b)) : ordered
  const hold = (set: (holds: boolean) => void) => () => {
    setHeld(rows.map(({ id }) => id))
    set(true)
  }
  return {
    rows,
    holding: {
      onMouseEnter: hold(setHovered),
      onMouseLeave: () => setHovered(false),
      onFocus: hold(setFocused),
      onBlur: () => setFocused(false),
    },
  }
}
