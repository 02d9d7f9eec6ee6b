'use client'

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/** What a row of a list listens to, so that it is known which one had the focus. */
export interface HeldRow {
  onFocus(): void
  onBlur(event: FocusEvent): void
}

/** Gives the focus of a row that goes to the one that takes its place, or to the page's heading where none is left. */
export function useFocusAfterRemoval(list: RefObject<HTMLElement | null>, count: number): (index: number) => HeldRow {
  const held = useRef<number | null>(null)
  const before = useRef(count)
  useEffect(() => {
    const index = held.current
    const fewer = count < before.current
    before.current = count
    if (!fewer || index === null) return
    // A dialog that goes with its row gives the focus back first, to what is there no more.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) placeAfter(list.current, index)?.focus()
    })
    return () => clearTimeout(timer)
  }, [count, list])
  return (index) => ({
    onFocus: () => {
      held.current = index
    },
    onBlur: ({ target }) => {
      if (target.isConnected) held.current = null
    },
  })
}

function placeAfter(list: HTMLElement | null, index: number): HTMLElement | null {
  const rows = list?.children
  const row = rows?.[Math.min(index, rows.length - 1)]
  const button = row?.querySelector<HTMLElement>('button, a')
  if (button) return button
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) heading.tabIndex = -1
  return heading
}
