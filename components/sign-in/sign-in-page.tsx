'use client'

import { getSession } from 'next-auth/react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { lastDomain } from '@/lib/client/remembered'
import type { FailedSignIn, SignInFields } from '@/lib/client/sign-in'
import type { WebSsoChoice } from '@/lib/contract/session'
import { ApplicationCredentialStep, PasswordStep } from './first-steps'
import { LaterStep } from './later-steps'
import { SignInFrame } from './sign-in-frame'
import { useSignIn } from './use-sign-in'
import { WebSsoLinks } from './web-sso-links'

interface Props {
  callbackUrl: string
  /** A session has just ended. */
  ended: boolean
  choices: readonly WebSsoChoice[]
  /** Why a sign-in that came from elsewhere has not succeeded. */
  failure?: FailedSignIn | null
}

/** The sign-in page. The project is chosen for the person: the last one, else the first. */
export function SignInPage({ callbackUrl, ended, choices, failure = null }: Props) {
  const t = useTranslations('signIn')
  const [domain, setDomain] = useState('Default')
  const [byCredential, setByCredential] = useState(false)
  // Asking for the session tells other tabs of it.
  const onSignedIn = () => void getSession().finally(() => window.location.assign(callbackUrl))
  const state = useSignIn({ onSignedIn, failure, diagnosable: true })
  useEffect(() => setDomain(lastDomain.read() ?? 'Default'), [])

  const send = (provider: 'password' | 'application-credential') => (fields: SignInFields) => {
    if (fields.domain) lastDomain.write(fields.domain)
    void state.send(provider, fields)
  }
  const lead = ended && <Notice tone="waiting" role="status" title={t('ended')} actions={<DiagnoseLink size="small" />} />
  const first = { state, domain, lead }
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      {state.step.kind !== 'first' ? (
        <LaterStep state={state} />
      ) : (
        <>
          {byCredential ? (
            <ApplicationCredentialStep {...first} onSubmit={send('application-credential')} />
          ) : (
            <PasswordStep {...first} onSubmit={send('password')} />
          )}
          <div className="space-y-2 border-hairline border-t pt-4">
            <WebSsoLinks choices={choices} callbackUrl={callbackUrl} />
            <Button
              variant="quiet"
              className="w-full"
              onClick={() => {
                state.restart()
                setByCredential(!byCredential)
              }}
            >
              {byCredential ? t('passwordInstead') : t('applicationCredential')}
            </Button>
          </div>
        </>
      )}
    </SignInFrame>
  )
}
