'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { ImageView } from '@/lib/client/image-view'

/** What actions on many images have to know of each. */
export type ChosenImage = Pick<ImageView, 'id' | 'name' | 'visibility' | 'status' | 'protected' | 'os_hidden'>

export interface Selection {
  /** Where the API lists everything that can be chosen: what matches, on all pages. */
  scope: string
  chosen: ReadonlyMap<string, ChosenImage>
  /** Turns one row; with `through`, gives all rows from the one that was turned before the state that this one gets. */
  toggle(image: ImageView, through: boolean): void
  set(images: Iterable<ChosenImage>, whole?: boolean): void
  /** Whether these are all that match. */
  whole: boolean
}

const none: ReadonlyMap<string, ChosenImage> = new Map()

/** The chosen images, on whatever page they are, without those that are gone; another scope, such as other filters, begins with none. */
export function useSelection(scope: string, images: readonly ImageView[] | undefined, gone: ReadonlySet<string>): Selection {
  const [state, setState] = useState({ of: scope, chosen: none, whole: false })
  const { chosen: current, whole } = state.of === scope ? state : { chosen: none, whole: false }
  // Rendered anew at once: nobody sees it chosen, and it stays out when `gone` tells of others.
  if ([...gone].some((id) => state.chosen.has(id))) setState({ ...state, chosen: withoutGone(state.chosen, gone) })
  const rows = useMemo(() => images?.filter(({ id }) => !gone.has(id)), [images, gone])
  const latest = useRef({ rows, current, last: '' })
  latest.current = { ...latest.current, rows, current }
  const set = useCallback(
    (images: Iterable<ChosenImage>, all = false) =>
      setState({ of: scope, chosen: new Map(Array.from(images, (image) => [image.id, briefly(image)])), whole: all }),
    [scope],
  )
  const toggle = useCallback(
    (image: ImageView, through: boolean) => {
      const { rows: shown = [], current: before, last } = latest.current
      latest.current.last = image.id
      const turned = through ? between(shown, last, image) : [image]
      const ids = new Set(turned.map(({ id }) => id))
      const others = [...before.values()].filter(({ id }) => !ids.has(id))
      set(before.has(image.id) ? others : [...others, ...turned])
    },
    [set],
  )
  return useMemo(() => ({ scope, chosen: current, whole, toggle, set }), [scope, current, whole, toggle, set])
}

function withoutGone(chosen: ReadonlyMap<string, ChosenImage>, gone: ReadonlySet<string>) {
  return new Map([...chosen].filter(([id]) => !gone.has(id)))
}

/** Of a whole image, what is kept of a chosen one. */
export function briefly({ id, name, visibility, status, protected: kept, os_hidden }: ChosenImage): ChosenImage {
  return { id, name, visibility, status, protected: kept, os_hidden }
}

function between(rows: readonly ImageView[], from: string, to: ImageView): readonly ImageView[] {
  const ends = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to.id)]
  return ends.includes(-1) ? [to] : rows.slice(Math.min(...ends), Math.max(...ends) + 1)
}
