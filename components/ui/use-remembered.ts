'use client'

import { useSyncExternalStore } from 'react'
import type { Remembered } from '@/lib/client/remembered'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  // Another tab of the same person.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** What this browser keeps, and a way to keep something else, which every component that shows it follows. */
export function useRemembered(entry: Remembered): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, entry.read, () => null)
  const write = (changed: string) => {
    entry.write(changed)
    for (const listener of listeners) listener()
  }
  return [value, write]
}
