import { signIn } from 'next-auth/react'
import { type SignInFailure, type SignInRefusal, signInFailures } from '@/lib/contract/session'
import { lastProjects } from './remembered'

/** The sign-ins that the server knows. */
export type SignInProvider = 'password' | 'passcode' | 'application-credential' | 'web-sso'

export type SignInFields = Readonly<Record<string, string>>

/** A refusal, or one that this browser has found by itself. */
export interface FailedSignIn extends Omit<SignInRefusal, 'reason' | 'requestId'> {
  reason: SignInFailure | 'required' | 'differ' | 'offline'
  requestId?: string
}

/** Signs in with these fields; null when it has succeeded, else why it has not. */
export async function attemptSignIn(provider: SignInProvider, fields: SignInFields): Promise<FailedSignIn | null> {
  try {
    const result = await signIn(provider, { ...fields, lastProjects: lastProjects.read() ?? '', redirect: false })
    return result?.ok && !result.error ? null : refusalOf(result?.error ?? '')
  } catch {
    return { reason: 'offline' }
  }
}

function refusalOf(error: string): FailedSignIn {
  try {
    const refusal = JSON.parse(error) as SignInRefusal
    if (signInFailures.includes(refusal.reason)) return refusal
  } catch {
    // Something else than the sign-in has answered.
  }
  return { reason: 'badAnswer' }
}

/** Where a WebSSO begins that leads back to a path of this site. */
export function webSsoHref(choice: string, callbackUrl: string): string {
  return `/api/web-sso?${new URLSearchParams({ choice, callbackUrl })}`
}
