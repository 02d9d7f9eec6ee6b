'use client'

import { Popover } from '@base-ui/react/popover'
import { type ReactNode, useRef } from 'react'

export interface AnchoredPopoverProps {
  title: string
  /** The button that has opened it. */
  anchor: HTMLElement
  onClose(): void
  align?: 'start' | 'end'
  children: ReactNode
}

/** A small form or list beside the button that has opened it. */
export function AnchoredPopover({ title, anchor, onClose, align = 'start', children }: AnchoredPopoverProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // A press on the button itself closes what it has opened: it does so on its own.
        if (!open && !anchor.contains(event.target as Node)) onClose()
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={16} className="z-50">
          <Popover.Popup
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('input, select, textarea, button, a') ?? true}
            finalFocus={() => (anchor.isConnected ? anchor : null)}
            className="max-h-(--available-height) w-[min(20rem,calc(100vw-32px))] overflow-y-auto rounded-card border border-hairline bg-surface p-3 text-ink shadow-overlay outline-none"
          >
            <Popover.Title className="mb-2 font-semibold text-body">{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
