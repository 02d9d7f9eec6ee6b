'use client'

import { useEffect, useRef } from 'react'
import { afterKey, type HeldTyping, nothingTyped } from '@/lib/client/held-typing'

/**
 * From `hold` to `take` no key acts on the page: what is typed is kept for a field that is still to come. Escape, Tab and a press
 * of the pointer outside of dialogs call it off.
 */
export function useHeldTyping(onCallOff: () => void) {
  const held = useRef<HeldTyping | null>(null)
  const take = () => {
    const typed = held.current ?? nothingTyped
    held.current = null
    return typed
  }
  useEffect(() => {
    const callOff = () => {
      held.current = null
      onCallOff()
    }
    const press = (event: KeyboardEvent) => {
      if (held.current === null || isCommand(event)) return
      if (event.key === 'Tab') return callOff()
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.key === 'Escape') callOff()
      else held.current = afterKey(held.current, event.key)
    }
    const point = ({ target }: PointerEvent) => {
      if (held.current !== null && !(target as Element).closest('[role=dialog]')) callOff()
    }
    window.addEventListener('keydown', press, true)
    window.addEventListener('pointerdown', point, true)
    return () => {
      window.removeEventListener('keydown', press, true)
      window.removeEventListener('pointerdown', point, true)
    }
  })
  return { hold: () => (held.current ??= nothingTyped), take }
}

/** Whether a key is meant for the browser or the system, not for a text. AltGr counts as Ctrl and Alt on some systems. */
function isCommand(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey
  return event.isComposing || /^F\d/.test(event.key) || (modified && !event.getModifierState('AltGraph'))
}
