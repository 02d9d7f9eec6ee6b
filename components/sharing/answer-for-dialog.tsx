'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import { answerShare, shareQueries } from '@/lib/client/sharing'
import type { MemberStatus } from '@/lib/contract/member'
import type { MemberDialogProps } from './member-props'

/** An administrator's answer in place of the project that is asked. */
export function AnswerForDialog({ image, member, name, open, onClose }: MemberDialogProps) {
  const t = useTranslations()
  const client = useQueryClient()
  const answer = useMutation({
    mutationFn: (status: MemberStatus) => answerShare(image.id, member.member_id, status),
    onSuccess: async (_, status) => {
      onClose()
      toast.success(t('sharing.answeredFor', { name, status: t(`sharing.status.${status}`) }))
      await client.invalidateQueries({ queryKey: imageQueries.all })
      await client.invalidateQueries({ queryKey: shareQueries.all })
    },
  })
  const choices = (['accepted', 'rejected'] as const).filter((status) => status !== member.status)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        answer.reset()
        if (!next) onClose()
      }}
      title={t('sharing.answerTitle', { name })}
      cancelLabel={t('action.cancel')}
      actions={choices.map((status) => (
        <Button
          key={status}
          aria-label={t(`sharing.answerName.${status}`, { name })}
          disabled={answer.isPending}
          onClick={() => answer.mutate(status)}
        >
          {t(`sharing.answer.${status}`)}
        </Button>
      ))}
    >
      <p>{t('sharing.answerText', { name })}</p>
      {answer.error && <ProblemNotice error={answer.error} />}
    </ConfirmDialog>
  )
}
