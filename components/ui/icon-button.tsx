'use client'

import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { useTooltip } from './use-tooltip'

type Props = Omit<ComponentProps<'button'>, 'aria-label' | 'className' | 'ref'> & { label: string; size?: 'small' | 'normal' }

const look =
  'inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors enabled:hover:bg-hover enabled:hover:text-ink disabled:cursor-not-allowed disabled:opacity-50 data-popup-open:bg-hover data-popup-open:text-ink'

/** How an icon-only button looks; for triggers of menus. */
export const iconButtonClass = `${look} size-8`

/** A button of one icon; its label is what assistive technology reads and what the tooltip says. */
export function IconButton({ label, size = 'normal', children, ...props }: Props) {
  const { target, tooltip } = useTooltip(label)
  return (
    <>
      <button
        type="button"
        aria-label={label}
        className={clsx(look, size === 'small' ? 'size-7' : 'size-8')}
        {...target}
        {...props}
      >
        {children}
      </button>
      {tooltip}
    </>
  )
}
