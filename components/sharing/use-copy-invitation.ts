'use client'

import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { copyText } from '@/lib/client/copy-text'
import { invitationHref } from '@/lib/client/sharing'

/** Puts an invitation on the clipboard and says so. */
export function useCopyInvitation(): (imageId: string, memberId: string) => Promise<void> {
  const t = useTranslations()
  return async (imageId, memberId) => {
    const copied = await copyText(window.location.origin + invitationHref(imageId, memberId))
    if (copied) toast.success(t('sharing.invitationCopied'), { description: t('sharing.invitationText') })
    else toast.error(t('action.copyFailed'))
  }
}
