'use client'

import { Popover } from '@base-ui/react/popover'
import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { WhyDetails } from './why-details'

interface Props {
  refusal: Refusal
  /** What it belongs to, unless that is the popover's own trigger. */
  anchor?: ComponentProps<typeof Popover.Positioner>['anchor']
  finalFocus?: ComponentProps<typeof Popover.Popup>['finalFocus']
}

/** What opens over a page to say why something cannot be done; the server is asked when it opens. */
export function WhyPopup({ refusal, anchor, finalFocus }: Props) {
  const t = useTranslations()
  return (
    <Popover.Portal>
      <Popover.Positioner sideOffset={6} collisionPadding={16} anchor={anchor} className="z-50">
        <Popover.Popup
          finalFocus={finalFocus}
          className="max-h-[min(40rem,var(--available-height))] w-[min(26rem,calc(100vw-32px))] space-y-3 overflow-y-auto rounded-card border border-hairline bg-surface p-4 text-ink shadow-overlay outline-none"
        >
          <div className="flex items-start justify-between gap-2">
            <Popover.Title className="font-semibold text-section">{t('why.title')}</Popover.Title>
            <Popover.Close aria-label={t('action.close')} className={iconButtonClass}>
              <X size={16} aria-hidden />
            </Popover.Close>
          </div>
          <Popover.Description className="text-body">{refusal.text}</Popover.Description>
          <WhyDetails asked={refusal} />
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  )
}
