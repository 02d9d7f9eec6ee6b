import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { createTranslator } from 'use-intl/core'
import { SignInForm } from '@/components/layout/sign-in-form'
import { ownPath } from '@/lib/client/own-path'
import { pageSession } from '@/lib/server/auth/page-session'
import { pageLanguage } from '../page-language'

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; ended?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('signIn.submit') }
}

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl, ended } = await searchParams
  const target = ownPath(callbackUrl)
  // A session that the API has just refused still opens here: it must not send the person back and forth.
  if (ended === undefined && (await pageSession())) redirect(target)
  return <SignInForm callbackUrl={target} ended={ended !== undefined} />
}
