'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { SignInFields } from '@/lib/client/sign-in'
import { SignInNotice } from './sign-in-notice'
import type { SignInState } from './use-sign-in'

interface Props {
  state: SignInState
  /** The button's text; "Sign in" unless given. */
  submit?: string
  /** What stands above the fields while nothing has failed. */
  lead?: ReactNode
  onSubmit(fields: SignInFields): void
  children: ReactNode
  /** Under the button. */
  footer?: ReactNode
}

/** One step of a sign-in: what failed, its fields, and the button. */
export function StepForm({ state, submit, lead, onSubmit, children, footer }: Props) {
  const t = useTranslations('signIn')
  const form = useRef<HTMLFormElement>(null)
  const { failure, busy, diagnosable, setFailure } = state
  useFocus(form, failure !== null)

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    if (Object.values(fields).includes('')) return setFailure({ reason: 'required' })
    onSubmit(fields)
  }

  return (
    <form ref={form} onSubmit={send} noValidate className="space-y-4">
      {failure ? <SignInNotice failure={failure} diagnosable={diagnosable} /> : lead}
      {children}
      <Button type="submit" variant="primary" disabled={busy} className="w-full">
        {busy ? t('submitting') : (submit ?? t('submit'))}
      </Button>
      {footer}
    </form>
  )
}

/** The first field that waits for something; after a failure the secret, which is what one mistypes. */
function useFocus(form: { current: HTMLFormElement | null }, failed: boolean) {
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input:not([readonly])') ?? [])]
    const secret = fields.find(({ type }) => type === 'password')
    const empty = fields.find(({ value }) => value === '')
    const field = (failed ? secret : empty) ?? fields[0]
    field?.focus()
    if (failed) field?.select()
  }, [form, failed])
}
