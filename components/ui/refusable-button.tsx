'use client'

import { clsx } from 'clsx'
import dynamic from 'next/dynamic'
import { type ComponentProps, useId, useRef, useState } from 'react'
import type { Refusal } from '@/components/layout/use-refusal'
import { patiently } from '@/lib/client/patiently'
import { Button } from './button'
import { useTooltip } from './use-tooltip'

const WhyPopover = dynamic(
  patiently(() => import('@/components/explanations/why-popover').then((module) => module.WhyPopover)),
  {
    ssr: false,
  },
)

type Props = Omit<ComponentProps<typeof Button>, 'disabled' | 'aria-disabled' | 'ref'> & {
  /** Why it cannot be done, and what would help; null lets the button act. */
  refusal: Refusal | null
}

/** A button that stays in its place when it may not act, and says why: in a word under the pointer, in full when pressed. */
export function RefusableButton({ refusal, ...props }: Props) {
  return refusal === null ? <Button {...props} /> : <RefusedButton refusal={refusal} {...props} />
}

function RefusedButton({ refusal, className, ...props }: Omit<Props, 'refusal'> & { refusal: Refusal }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const { target, tooltip } = useTooltip(refusal.text)
  return (
    <>
      <Button
        {...props}
        {...target}
        ref={button}
        type="button"
        aria-disabled
        aria-describedby={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={clsx('cursor-not-allowed! opacity-50', className)}
        onClick={() => setOpen(!open)}
      />
      <span id={id} hidden>
        {refusal.text}
      </span>
      {!open && tooltip}
      {open && <WhyPopover refusal={refusal} anchor={button} onClose={() => setOpen(false)} />}
    </>
  )
}
