'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useImageName } from '@/components/images/image-name'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { toast } from '@/components/ui/toast'
import type { ImageView } from '@/lib/client/image-view'
import { removeFromStore } from '@/lib/client/stores'
import { useAdminRefusal } from './use-admin-refusal'

interface Props {
  image: ImageView
  store: string
  /** Whether another copy stays. */
  removable: boolean
}

/** One copy of an image, and the way to remove it. */
export function StoreCopy({ image, store, removable }: Props) {
  const t = useTranslations('adminStores')
  const name = useImageName()(image)
  const [asking, setAsking] = useState(false)
  const refusal = useAdminRefusal('delete_image_location')
  return (
    <span className="inline-flex items-center gap-0.5">
      <span className="break-all leading-6">{store}</span>
      {removable && (
        <RefusableButton
          refusal={refusal}
          variant="quiet"
          aria-label={t('removeName', { name, store })}
          onClick={() => setAsking(true)}
          className="size-7! px-0! text-muted"
        >
          <X size={14} aria-hidden />
        </RefusableButton>
      )}
      {asking && <RemoveDialog image={image} store={store} onClose={() => setAsking(false)} />}
    </span>
  )
}

function RemoveDialog({ image, store, onClose }: Omit<Props, 'removable'> & { onClose(): void }) {
  const t = useTranslations()
  const name = useImageName()(image)
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removeFromStore(image.id, store),
    onSuccess: () => {
      onClose()
      toast.success(t('adminStores.removed', { name, store }))
    },
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['images'] }), client.invalidateQueries({ queryKey: ['stores'] })]),
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t('adminStores.removeTitle', { name, store })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t('adminStores.removeConfirm')}
        </Button>
      }
    >
      <p>{t('adminStores.removeText')}</p>
      {remove.error && <ProblemNotice error={remove.error} />}
    </ConfirmDialog>
  )
}
