'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StepForm } from './step-form'
import { TextField } from './text-field'
import type { SignInState } from './use-sign-in'

/** What Keystone wants beyond the password; nothing in the first step. */
export function LaterStep({ state }: { state: SignInState }) {
  if (state.step.kind === 'passcode') return <PasscodeStep state={state} challenge={state.step.challenge} />
  if (state.step.kind === 'newPassword') return <NewPasswordStep state={state} given={state.step.given} />
  return null
}

function PasscodeStep({ state, challenge }: { state: SignInState; challenge: string }) {
  const t = useTranslations('signIn')
  return (
    <StepForm
      state={state}
      lead={<p className="text-muted text-table">{t('passcodeLead')}</p>}
      onSubmit={({ passcode = '' }) => state.send('passcode', { challenge, passcode: passcode.replace(/\s/g, '') })}
      footer={<StartOver state={state} />}
    >
      <TextField name="passcode" label={t('passcode')} inputMode="numeric" autoComplete="one-time-code" />
    </StepForm>
  )
}

function NewPasswordStep({ state, given }: { state: SignInState; given: Readonly<Record<string, string>> }) {
  const t = useTranslations('signIn')
  return (
    <StepForm
      state={state}
      submit={t('changePassword')}
      lead={<Notice tone="attention" role="status" title={t('passwordExpired')} />}
      onSubmit={({ newPassword = '', repeated }) => {
        if (newPassword !== repeated) return state.setFailure({ reason: 'differ' })
        void state.send('password', { ...given, newPassword })
      }}
      footer={<StartOver state={state} />}
    >
      <TextField name="newPassword" label={t('newPassword')} type="password" autoComplete="new-password" />
      <TextField name="repeated" label={t('repeatPassword')} type="password" autoComplete="new-password" />
    </StepForm>
  )
}

function StartOver({ state }: { state: SignInState }) {
  const t = useTranslations('signIn')
  return (
    <Button variant="quiet" className="w-full" onClick={state.restart}>
      {t('startOver')}
    </Button>
  )
}
