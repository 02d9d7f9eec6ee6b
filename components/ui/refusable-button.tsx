'use client'

import { Popover } from '@base-ui/react/popover'
import { Tooltip } from '@base-ui/react/tooltip'
import { clsx } from 'clsx'
import { type ComponentProps, useId } from 'react'
import { WhyPopup } from '@/components/explanations/why-popup'
import type { Refusal } from '@/components/layout/use-refusal'
import { Button } from './button'
import { TooltipPopup } from './icon-button'

type Props = Omit<ComponentProps<typeof Button>, 'disabled' | 'aria-disabled'> & {
  /** Why it cannot be done, and what would help; null lets the button act. */
  refusal: Refusal | null
}

/** A button that stays in its place when it may not act, and says why: in a word under the pointer, in full when pressed. */
export function RefusableButton({ refusal, onClick, className, children, ...props }: Props) {
  const id = useId()
  if (refusal === null) {
    return (
      <Button onClick={onClick} className={className} {...props}>
        {children}
      </Button>
    )
  }
  const look = clsx('cursor-not-allowed! opacity-50', className)
  const button = <Button aria-disabled aria-describedby={id} className={look} {...props} />
  return (
    <Popover.Root>
      <Tooltip.Root>
        <Tooltip.Trigger render={<Popover.Trigger render={button} />}>{children}</Tooltip.Trigger>
        <TooltipPopup>{refusal.text}</TooltipPopup>
      </Tooltip.Root>
      <span id={id} hidden>
        {refusal.text}
      </span>
      <WhyPopup refusal={refusal} />
    </Popover.Root>
  )
}
