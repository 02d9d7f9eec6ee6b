'use client'

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the keyboard where it was when the button that had the focus gives way to another: the first of the group gets it.
 * `state` is what the buttons depend on. Answers what the group listens to.
 */
export function useFocusKeptIn(group: RefObject<HTMLElement | null>, state: string) {
  const held = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for the buttons that a new state brings.
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return
    group.current?.querySelector<HTMLElement>('button, a')?.focus()
  }, [group, state])
  return {
    onFocus: () => {
      held.current = true
    },
    onBlur: ({ target }: FocusEvent) => {
      // What is taken away while it has the focus has not been left.
      held.current = !target.isConnected
    },
  }
}
