import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createTranslator } from 'use-intl/core'
import { SignInPage } from '@/components/sign-in/sign-in-page'
import { WebSsoArrival } from '@/components/sign-in/web-sso-arrival'
import { ownPath } from '@/lib/client/own-path'
import { pageSession } from '@/lib/server/auth/page-session'
import { webSsoChoices, webSsoTarget } from '@/lib/server/auth/web-sso'
import { pageLanguage } from '../page-language'

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; ended?: string; webSso?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('signIn.submit') }
}

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl, ended, webSso } = await searchParams
  const page = { callbackUrl: ownPath(callbackUrl), ended: ended !== undefined, choices: webSsoChoices() }
  if (webSso !== undefined) {
    const begun = await webSsoTarget((await headers()).get('cookie') ?? '')
    return <WebSsoArrival {...page} callbackUrl={ownPath(begun ?? undefined)} />
  }
  // A session that the API has just refused still opens here: it must not send the person back and forth.
  if (!page.ended && (await pageSession())) redirect(page.callbackUrl)
  return <SignInPage {...page} />
}
