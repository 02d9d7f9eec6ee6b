'use client'

import { getSession } from 'next-auth/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { SignInFrame } from './sign-in-frame'

/** The end of a sign-in in a window of its own: tells the page that waits, and closes. */
export function SignedInNotice() {
  const t = useTranslations('signIn')
  useEffect(() => void getSession().finally(() => window.close()), [])
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      <Notice tone="ok" role="status" title={t('done')}>
        <p>{t('doneText')}</p>
      </Notice>
    </SignInFrame>
  )
}
