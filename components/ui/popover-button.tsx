'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { patiently } from '@/lib/client/patiently'
import { Button } from './button'

const AnchoredPopover = dynamic(
  patiently(() => import('./anchored-popover').then((module) => module.AnchoredPopover)),
  { ssr: false },
)

interface Props {
  /** What the button is called, and what it opens. */
  title: string
  icon: ReactNode
  /** What is shown; best loaded when it is opened. */
  children(close: () => void): ReactNode
}

/** A button that opens something small beside itself. */
export function PopoverButton({ title, icon, children }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={title}
        onClick={({ currentTarget }) => setAnchor((now) => (now ? null : currentTarget))}
      >
        {icon}
        <span className="hidden sm:inline">{title}</span>
      </Button>
      {anchor && (
        <AnchoredPopover title={title} anchor={anchor} onClose={close} align="end">
          {children(close)}
        </AnchoredPopover>
      )}
    </>
  )
}
