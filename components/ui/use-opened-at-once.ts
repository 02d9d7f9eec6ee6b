'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Presses a trigger as soon as it is there, because the button in whose place it stands was pressed. */
export function useOpenedAtOnce(trigger: RefObject<HTMLElement | null>, wanted = true) {
  const pressed = useRef(false)
  useEffect(() => {
    if (!wanted || pressed.current) return
    pressed.current = true
    trigger.current?.click()
  }, [trigger, wanted])
}
