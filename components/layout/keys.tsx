'use client'

import { createContext, type ReactNode, type RefObject, useCallback, useContext, useEffect, useRef } from 'react'
import { createKeyReader, type KeyAction } from '@/lib/client/keys'
import { useSettings } from './settings'

type Handlers = Partial<Record<KeyAction, () => void>>
type Register = (handlers: RefObject<Handlers>) => () => void

const KeysContext = createContext<Register | null>(null)

/** Listens to keys for the whole page; each goes to whoever has registered for it last. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const { settings } = useSettings()
  const registered = useRef<RefObject<Handlers>[]>([])
  const register = useCallback<Register>((handlers) => {
    registered.current = [...registered.current, handlers]
    return () => {
      registered.current = registered.current.filter((other) => other !== handlers)
    }
  }, [])
  useEffect(() => {
    if (!settings.keys) return
    const reader = createKeyReader()
    const press = (event: KeyboardEvent) => {
      if (!isFree(event)) return
      const action = reader.press(event.key, event.timeStamp)
      const act = action && registered.current.findLast(({ current }) => current[action])?.current[action]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [settings.keys])
  return <KeysContext value={register}>{children}</KeysContext>
}

/** Acts on keys while the component is shown. */
export function useKeys(handlers: Handlers) {
  const register = useContext(KeysContext)
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => register?.(latest), [register])
}

const typing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]'
const dialogs = '[role=dialog], [role=alertdialog]'

/** Whether nobody else wants the key: neither text that is being typed, nor a dialog, nor a command of the browser. */
function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false
  return !(event.target as Element).closest(typing) && document.querySelector(dialogs) === null
}
