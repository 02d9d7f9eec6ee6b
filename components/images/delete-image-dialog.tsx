'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Command } from '@/components/ui/command'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { toast } from '@/components/ui/toast'
import { useUploads } from '@/components/uploads/upload-provider'
import { deleteImage, imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { asksForCount, CountCheck } from './count-check'
import { useImageName } from './image-name'
import { useImageRefusal } from './use-image-refusal'
import { useImageSwitch } from './use-image-switch'

interface Props {
  image: ImageView
  open: boolean
  onOpenChange(open: boolean): void
  onDeleted?: () => void
}

/** Names the image and asks; a protected one says what to do first. */
export function DeleteImageDialog({ image, open, onOpenChange, onDeleted }: Props) {
  const t = useTranslations()
  const name = useImageName()(image)
  const client = useQueryClient()
  const { queue } = useUploads()
  const remove = useMutation({
    mutationFn: () => deleteImage(image.id),
    onSuccess: async () => {
      onOpenChange(false)
      toast.success(t('delete.done', { name }))
      onDeleted?.()
      queue.forgetImage(image.id)
      await client.invalidateQueries({ queryKey: imageQueries.all, refetchType: 'none' })
      // Of the image itself there is nothing left to ask.
      await client.refetchQueries({
        queryKey: imageQueries.all,
        type: 'active',
        predicate: ({ queryKey }) => !queryKey.includes(image.id),
      })
    },
  })
  const unprotect = useImageSwitch(image)
  const changeRefusal = useImageRefusal('modify_image', open ? image : undefined)
  const [typed, setTyped] = useState('')
  const others = asksForCount([image])
  const sure = !others || typed.trim() === '1'
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        remove.reset()
        setTyped('')
        onOpenChange(next)
      }}
      title={image.protected ? t('delete.protectedTitle', { name }) : t('delete.title', { name })}
      cancelLabel={image.protected ? t('action.close') : t('action.cancel')}
      actions={
        image.protected ? (
          <RefusableButton refusal={changeRefusal} variant="primary" onClick={() => unprotect.run('unprotect')}>
            {t('delete.unprotect')}
          </RefusableButton>
        ) : (
          <Button variant="danger" onClick={() => remove.mutate()} disabled={!sure || remove.isPending}>
            {remove.isPending ? t('delete.deleting') : t('delete.confirm')}
          </Button>
        )
      }
    >
      <p>{image.protected ? t('delete.protectedText') : t('delete.text', { count: 1 })}</p>
      {name !== image.id && <code className="block break-all font-mono text-meta text-muted">{image.id}</code>}
      {image.protected && (
        <Command text={`openstack image set --unprotected ${image.id}`} what={t('upload.problem.mendCommand')} />
      )}
      {!image.protected && others && (
        <>
          <p className="text-attention">{t('delete.visible', { visibility: t(`visibility.${image.visibility}`) })}</p>
          <CountCheck count={1} text={typed} onChange={setTyped} />
        </>
      )}
      {remove.error && <ProblemNotice error={remove.error} />}
    </ConfirmDialog>
  )
}
