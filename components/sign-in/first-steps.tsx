'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { SignInFields } from '@/lib/client/sign-in'
import { StepForm } from './step-form'
import { TextField } from './text-field'
import type { SignInState } from './use-sign-in'

interface Props {
  state: SignInState
  /** What the person filled in the last time. */
  domain: string
  lead: React.ReactNode
  onSubmit(fields: SignInFields): void
}

/** Domain, user and password. */
export function PasswordStep({ state, domain, lead, onSubmit }: Props) {
  const t = useTranslations('signIn')
  return (
    <StepForm state={state} lead={lead} onSubmit={onSubmit}>
      <DomainField domain={domain} />
      <TextField name="user" label={t('user')} autoComplete="username" />
      <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
    </StepForm>
  )
}

/** An application credential, by its id, or by its name and its user. */
export function ApplicationCredentialStep({ state, domain, lead, onSubmit }: Props) {
  const t = useTranslations('signIn')
  const [byName, setByName] = useState(false)
  return (
    <StepForm
      state={state}
      lead={lead}
      onSubmit={onSubmit}
      footer={
        <Button variant="quiet" size="small" className="w-full" onClick={() => setByName(!byName)}>
          {byName ? t('byId') : t('byName')}
        </Button>
      }
    >
      {byName ? (
        <>
          <TextField name="name" label={t('credentialName')} />
          <DomainField domain={domain} />
          <TextField name="user" label={t('user')} autoComplete="username" />
        </>
      ) : (
        <TextField name="id" label={t('credentialId')} />
      )}
      <TextField name="secret" label={t('credentialSecret')} type="password" autoComplete="off" hint={t('credentialLead')} />
    </StepForm>
  )
}

function DomainField({ domain }: { domain: string }) {
  const t = useTranslations('signIn')
  return <TextField key={domain} name="domain" label={t('domain')} defaultValue={domain} autoComplete="organization" />
}
