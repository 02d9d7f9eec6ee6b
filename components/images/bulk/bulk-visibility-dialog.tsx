'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { Visibility } from '@/lib/client/image-view'
import type { ChosenImage } from '../use-selection'

interface Props {
  images: readonly ChosenImage[]
  wanted: Visibility
  onClose(): void
  onChange(): void
}

/** Says who will see the images before it is so. */
export function BulkVisibilityDialog({ images, wanted, onClose, onChange }: Props) {
  const t = useTranslations()
  const visibility = t(`visibility.${wanted}`)
  const narrower =
    wanted !== 'public' && images.some((image) => image.visibility === 'public' || image.visibility === 'community')
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('bulk.visibilityTitle', { count: images.length, visibility })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="primary" onClick={onChange}>
          {t('sharing.set', { visibility })}
        </Button>
      }
    >
      <p>{t(`sharing.effect.${wanted}`, { count: images.length })}</p>
      {narrower && <p className="text-attention">{t('sharing.effect.narrower', { count: images.length })}</p>}
    </ConfirmDialog>
  )
}
