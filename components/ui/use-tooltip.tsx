'use client'

import dynamic from 'next/dynamic'
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { patiently } from '@/lib/client/patiently'

const TooltipPopup = dynamic(
  patiently(() => import('./tooltip-popup').then((module) => module.TooltipPopup)),
  { ssr: false },
)

const delayMs = 400

/** What a button has to be given to have a tooltip, and the tooltip itself, whose code is loaded when it is first wanted. */
export function useTooltip(text: string) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const hide = () => {
    clearTimeout(timer.current)
    setAnchor(null)
  }
  const target = {
    onPointerEnter({ currentTarget, pointerType }: PointerEvent<HTMLElement>) {
      if (pointerType !== 'touch') timer.current = setTimeout(() => setAnchor(currentTarget), delayMs)
    },
    onPointerLeave: hide,
    onPointerDown: hide,
    onFocus({ currentTarget }: FocusEvent<HTMLElement>) {
      if (currentTarget.matches(':focus-visible')) setAnchor(currentTarget)
    },
    onBlur: hide,
  }
  /** For what does nothing else when it is touched. */
  const onTap = ({ currentTarget, nativeEvent }: MouseEvent<HTMLElement>) => {
    if ((nativeEvent as globalThis.PointerEvent).pointerType === 'touch') setAnchor(currentTarget)
  }
  return { target, onTap, tooltip: anchor && <TooltipPopup anchor={anchor} text={text} onClose={hide} /> }
}
