'use client'

import { Menu } from '@base-ui/react/menu'
import { Popover } from '@base-ui/react/popover'
import { type ReactNode, useRef, useState } from 'react'
import type { Refusal } from '@/components/layout/use-refusal'
import { MenuPopup } from '@/components/ui/menu'
import { Settling } from '@/components/ui/settling'
import { useOpenedAtOnce } from '@/components/ui/use-opened-at-once'
import { WhyPopup } from './why-popup'

interface Props {
  /** What assistive technology reads for the trigger. */
  label: string
  triggerClass: string
  /** What the trigger shows. */
  trigger: ReactNode
  /** Whether it opens by itself once it is there, in place of a button that was pressed. */
  opens?: boolean
  /** Nothing can be chosen any more; it keeps the focus that it may have. */
  disabled?: boolean
  /** The items; a refused one that is chosen all the same hands over its refusal. */
  children(onRefused: (refusal: Refusal) => void): ReactNode
}

/** A menu whose refused items open an explanation once it has closed. */
export function RefusableMenu({ label, triggerClass, trigger, opens = false, disabled = false, children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<Refusal | null>(null)
  const [shown, setShown] = useState(false)
  const [open, setOpen] = useState(false)
  useOpenedAtOnce(button, opens)
  return (
    <>
      <Menu.Root
        open={open && !disabled}
        onOpenChange={(next) => {
          setOpen(next)
          if (next) setChosen(null)
        }}
        onOpenChangeComplete={(next) => setShown(!next && chosen !== null)}
      >
        <Menu.Trigger ref={button} aria-label={label} aria-disabled={disabled || undefined} className={triggerClass}>
          {trigger}
        </Menu.Trigger>
        <MenuPopup>
          {children(setChosen)}
          <Settling />
        </MenuPopup>
      </Menu.Root>
      {chosen && (
        <Popover.Root open={shown} onOpenChange={setShown}>
          <WhyPopup refusal={chosen} anchor={button} finalFocus={button} />
        </Popover.Root>
      )}
    </>
  )
}
