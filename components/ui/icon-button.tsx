'use client'

import { Tooltip } from '@base-ui/react/tooltip'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'aria-label' | 'className'> & { label: string; size?: 'small' | 'normal' }

const look =
  'inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 data-popup-open:bg-hover data-popup-open:text-ink'

/** How an icon-only button looks; for triggers of menus. */
export const iconButtonClass = `${look} size-8 compact:size-6`

/** A button of one icon; its label is what assistive technology reads and what the tooltip says. */
export function IconButton({ label, size = 'normal', children, ...props }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <button
            type="button"
            aria-label={label}
            className={clsx(look, size === 'small' ? 'size-6' : 'size-8 compact:size-6')}
            {...props}
          />
        }
      >
        {children}
      </Tooltip.Trigger>
      <TooltipPopup>{label}</TooltipPopup>
    </Tooltip.Root>
  )
}

/** The words of a tooltip. */
export function TooltipPopup({ children }: { children: React.ReactNode }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6} className="z-50">
        <Tooltip.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-canvas text-meta shadow-overlay">
          {children}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  )
}
