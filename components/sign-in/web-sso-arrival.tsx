'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { attemptSignIn, type FailedSignIn } from '@/lib/client/sign-in'
import { SignInFrame } from './sign-in-frame'
import { SignInPage } from './sign-in-page'

/** Where Keystone's sign-in page leads: goes on to where the person wanted to go, or says what is wrong. */
export function WebSsoArrival(page: ComponentProps<typeof SignInPage>) {
  const t = useTranslations('signIn')
  const { callbackUrl } = page
  const [failure, setFailure] = useState<FailedSignIn | null>(null)
  useEffect(() => {
    let gone = false
    void attemptSignIn('web-sso', {}).then((failed) => {
      if (gone) return
      if (failed) setFailure(failed)
      else window.location.replace(callbackUrl)
    })
    return () => {
      gone = true
    }
  }, [callbackUrl])
  if (failure) return <SignInPage {...page} failure={failure} />
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      <Notice tone="progress" role="status" title={t('webSsoRunning')} />
    </SignInFrame>
  )
}
