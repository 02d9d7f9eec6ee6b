'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useImageName } from '@/components/images/image-name'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView, Visibility } from '@/lib/client/image-view'
import { changeVisibility } from '@/lib/client/sharing'

interface Props {
  image: ImageView
  /** Null while nothing is asked. */
  wanted: Visibility | null
  onClose(): void
}

/** Says what a change of visibility does before it is made. */
export function VisibilityDialog({ image, wanted, onClose }: Props) {
  const t = useTranslations()
  const client = useQueryClient()
  const name = useImageName()(image)
  const change = useMutation({
    mutationFn: (visibility: Visibility) => changeVisibility(image.id, visibility),
    onSuccess: async (_, visibility) => {
      onClose()
      toast.success(t('sharing.changed', { name, visibility: t(`visibility.${visibility}`) }))
      await client.invalidateQueries({ queryKey: imageQueries.all })
    },
  })
  // While the dialog fades out it still says what it said.
  const to = wanted ?? change.variables ?? image.visibility
  const word = t(`visibility.${to}`)
  const narrower = image.visibility === 'public' || image.visibility === 'community'
  return (
    <ConfirmDialog
      open={wanted !== null}
      onOpenChange={(open) => {
        change.reset()
        if (!open) onClose()
      }}
      title={t('sharing.changeTitle', { name, visibility: word })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="primary" disabled={change.isPending} onClick={() => wanted && change.mutate(wanted)}>
          {t('sharing.set', { visibility: word })}
        </Button>
      }
    >
      <p>{t(`sharing.effect.${to}`, { count: 1 })}</p>
      {narrower && (to === 'private' || to === 'shared') && (
        <p className="text-attention">{t('sharing.effect.narrower', { count: 1 })}</p>
      )}
      {image.visibility === 'shared' && <p>{t('sharing.effect.members')}</p>}
      {change.error && <ProblemNotice error={change.error} />}
    </ConfirmDialog>
  )
}
