'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import { revokeShare } from '@/lib/client/sharing'
import type { MemberDialogProps } from './member-props'

/** Takes an image back from a project, after saying what ends and what stays working. */
export function RevokeDialog({ image, member, name, open, onClose }: MemberDialogProps) {
  const t = useTranslations()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => revokeShare(image.id, member.member_id),
    onSuccess: async () => {
      onClose()
      toast.success(t('sharing.revoked', { name }))
      await client.invalidateQueries({ queryKey: imageQueries.all })
    },
  })
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        revoke.reset()
        if (!next) onClose()
      }}
      title={t('sharing.revokeTitle', { name })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('sharing.revokeConfirm')}
        </Button>
      }
    >
      <p>{t('sharing.revokeEnds', { name })}</p>
      <p>{t('sharing.revokeStays')}</p>
      <p className="text-attention">{t('sharing.revokeBreaks')}</p>
      {revoke.error && <ProblemNotice error={revoke.error} />}
    </ConfirmDialog>
  )
}
