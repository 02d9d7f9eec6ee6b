'use client'

import { Popover } from '@base-ui/react/popover'
import type { RefObject } from 'react'
import type { Refusal } from '@/components/layout/use-refusal'
import { WhyPopup } from './why-popup'

interface Props {
  refusal: Refusal
  /** The control that was pressed. */
  anchor: RefObject<HTMLElement | null>
  onClose(): void
}

/** Says in full why a control may not act, beside it. */
export function WhyPopover({ refusal, anchor, onClose }: Props) {
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // A press on the control itself closes what it has opened: it does so on its own.
        if (!open && !anchor.current?.contains(event.target as Node)) onClose()
      }}
    >
      <WhyPopup refusal={refusal} anchor={anchor} finalFocus={anchor} />
    </Popover.Root>
  )
}
