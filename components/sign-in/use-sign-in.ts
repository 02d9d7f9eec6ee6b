'use client'

import { useState } from 'react'
import { attemptSignIn, type FailedSignIn, type SignInFields, type SignInProvider } from '@/lib/client/sign-in'

/** What is asked for now. Later steps need what was given in the first. */
export type SignInStep =
  | { kind: 'first' }
  | { kind: 'passcode'; challenge: string }
  | { kind: 'newPassword'; given: SignInFields }

export type SignInState = ReturnType<typeof useSignIn>

interface Options {
  /** Takes over when the sign-in has succeeded. */
  onSignedIn(): void
  /** What has failed before. */
  failure?: FailedSignIn | null
  /** Whether a failure may lead away from the page, to the diagnostics. */
  diagnosable?: boolean
}

/** A sign-in in as many steps as Keystone wants. */
export function useSignIn({ onSignedIn, failure: first = null, diagnosable = false }: Options) {
  const [step, setStep] = useState<SignInStep>({ kind: 'first' })
  const [failure, setFailure] = useState(first)
  const [busy, setBusy] = useState(false)

  function goTo(next: SignInStep, reason: FailedSignIn | null = null) {
    setStep(next)
    setFailure(reason)
  }

  async function send(provider: SignInProvider, fields: SignInFields) {
    setBusy(true)
    const failed = await attemptSignIn(provider, fields)
    if (!failed) return onSignedIn()
    setBusy(false)
    if (failed.reason === 'passcodeNeeded' && failed.challenge) return goTo({ kind: 'passcode', challenge: failed.challenge })
    if (failed.reason === 'passwordExpired' && !fields.newPassword) return goTo({ kind: 'newPassword', given: fields })
    if (failed.reason === 'passcodeTooLate') return goTo({ kind: 'first' }, failed)
    setFailure(failed)
  }

  return { step, failure, busy, diagnosable, send, setFailure, restart: () => goTo({ kind: 'first' }) }
}
