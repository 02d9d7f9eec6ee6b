'use client'

import { Tooltip } from '@base-ui/react/tooltip'
import { clsx } from 'clsx'
import { type ComponentProps, useId } from 'react'
import { toast } from 'sonner'
import { Button } from './button'
import { TooltipPopup } from './icon-button'

type Props = Omit<ComponentProps<typeof Button>, 'disabled' | 'aria-disabled'> & {
  /** Why it cannot be done, and what would help; null lets the button act. */
  refusal: string | null
}

/** A button that stays in its place when it may not act, and says why to pointer, keyboard and touch. */
export function RefusableButton({ refusal, onClick, className, children, ...props }: Props) {
  const id = useId()
  if (refusal === null) {
    return (
      <Button onClick={onClick} className={className} {...props}>
        {children}
      </Button>
    )
  }
  // A touch shows no tooltip, so pressing it tells too.
  const explain = () => toast.info(refusal)
  const look = clsx('cursor-not-allowed! opacity-50', className)
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={<Button aria-disabled aria-describedby={id} onClick={explain} className={look} {...props} />}>
        {children}
      </Tooltip.Trigger>
      <TooltipPopup>{refusal}</TooltipPopup>
      <span id={id} hidden>
        {refusal}
      </span>
    </Tooltip.Root>
  )
}
