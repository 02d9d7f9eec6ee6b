'use client'

import { Link2, UserCheck, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { RefusableButton } from '@/components/ui/refusable-button'
import { copyText } from '@/lib/client/copy-text'
import type { ImageView } from '@/lib/client/image-view'
import { invitationHref } from '@/lib/client/sharing'
import type { MemberView } from '@/lib/contract/member'
import { AnswerForDialog } from './answer-for-dialog'
import { RevokeDialog } from './revoke-dialog'
import { useSharingRefusal } from './use-sharing-refusal'

/** What concerns one member: the project's name where it is known, else its id. */
export interface MemberProps {
  image: ImageView
  member: MemberView
  name: string
}

/** Puts an invitation on the clipboard and says so. */
export function useCopyInvitation(): (imageId: string, memberId: string) => Promise<void> {
  const t = useTranslations()
  return async (imageId, memberId) => {
    const copied = await copyText(window.location.origin + invitationHref(imageId, memberId))
    if (copied) toast.success(t('sharing.invitationCopied'), { description: t('sharing.invitationText') })
    else toast.error(t('action.copyFailed'))
  }
}

/** What can be done about one project with which an image is shared. */
export function MemberActions({ image, member, name }: MemberProps) {
  const t = useTranslations('sharing')
  const { roles, project } = useSignedIn()
  const copyInvitation = useCopyInvitation()
  const refusal = useSharingRefusal('delete_member', image)
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
