'use client'

import { Tooltip } from '@base-ui/react/tooltip'

interface Props {
  anchor: HTMLElement
  text: string
  onClose(): void
}

/** The words of a tooltip, beside what they are about. */
export function TooltipPopup({ anchor, text, onClose }: Props) {
  return (
    <Tooltip.Root open onOpenChange={(open) => open || onClose()}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="pointer-events-none z-50">
          <Tooltip.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-canvas text-meta shadow-overlay">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
