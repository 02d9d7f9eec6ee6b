'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { useRefusal } from '@/components/layout/use-refusal'
import { buttonClass } from '@/components/ui/button'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { BulkAction } from '@/lib/client/bulk-actions'
import { visibilities } from '@/lib/client/image-view'
import { useImageRefusal } from '../use-image-refusal'
import type { ChosenImage } from '../use-selection'

interface Props {
  images: readonly ChosenImage[]
  onChoose(action: BulkAction): void
}

/** What can be done with the chosen images besides deleting and tagging them. */
export function BulkMenu({ images, onChoose }: Props) {
  const t = useTranslations()
  const changing = useRefusal('modify_image')
  const deactivating = useRefusal('deactivate')
  const reactivating = useRefusal('reactivate')
  // Whose image it is does not matter to that rule.
  const publicizing = useImageRefusal('publicize_image', images[0])
  const groups = [
    [
      { kind: 'protect', refusal: changing },
      { kind: 'unprotect', refusal: changing },
    ],
    [
      { kind: 'hide', refusal: changing },
      { kind: 'unhide', refusal: changing },
    ],
    [
      { kind: 'deactivate', refusal: deactivating },
      { kind: 'reactivate', refusal: reactivating },
    ],
  ] as const
  return (
    <RefusableMenu
      label={t('bulk.more')}
      triggerClass={buttonClass({ className: 'data-popup-open:bg-hover' })}
      trigger={
        <>
          {t('bulk.change')}
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      {(onRefused) => (
        <>
          {groups.map((group) => (
            <div key={group[0].kind}>
              {group.map(({ kind, refusal }) => (
                <MenuItem key={kind} refusal={refusal} onRefused={onRefused} onClick={() => onChoose({ kind })}>
                  {t(`imageActions.${kind}`)}
                </MenuItem>
              ))}
              <MenuSeparator />
            </div>
          ))}
          {visibilities.map((visibility) => (
            <MenuItem
              key={visibility}
              refusal={changing ?? (visibility === 'public' ? publicizing : null)}
              onRefused={onRefused}
              onClick={() => onChoose({ kind: 'visibility', visibility })}
            >
              {t('sharing.set', { visibility: t(`visibility.${visibility}`) })}
            </MenuItem>
          ))}
        </>
      )}
    </RefusableMenu>
  )
}
