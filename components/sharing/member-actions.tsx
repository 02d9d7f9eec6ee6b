'use client'

import { Link2, UserCheck, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { RefusableButton } from '@/components/ui/refusable-button'
import { AnswerForDialog } from './answer-for-dialog'
import type { MemberProps } from './member-props'
import { RevokeDialog } from './revoke-dialog'
import { useCopyInvitation } from './use-copy-invitation'

/** What can be done about one project with which an image is shared. */
export function MemberActions({ image, member, name }: MemberProps) {
  const t = useTranslations('sharing')
  const { roles, project } = useSignedIn()
  const copyInvitation = useCopyInvitation()
  const refusal = useImageRefusal('delete_member', image)
  const [open, setOpen] = useState<'revoke' | 'answer' | null>(null)
  const another = member.member_id !== project.id
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap gap-1 sm:justify-end">
      {member.status === 'pending' && another && (
        <Button
          size="small"
          aria-label={t('copyInvitationFor', { name })}
          onClick={() => copyInvitation(image.id, member.member_id)}
        >
          <Link2 size={14} aria-hidden />
          {t('copyInvitation')}
        </Button>
      )}
      {roles.includes('admin') && another && (
        <Button size="small" aria-label={t('answerForName', { name })} onClick={() => setOpen('answer')}>
          <UserCheck size={14} aria-hidden />
          {t('answerFor')}
        </Button>
      )}
      <RefusableButton
        size="small"
        variant="caution"
        refusal={refusal}
        aria-label={t('revokeName', { name })}
        onClick={() => setOpen('revoke')}
      >
        <UserMinus size={14} aria-hidden />
        {t('revoke')}
      </RefusableButton>
      <RevokeDialog image={image} member={member} name={name} open={open === 'revoke'} onClose={close} />
      <AnswerForDialog image={image} member={member} name={name} open={open === 'answer'} onClose={close} />
    </div>
  )
}
