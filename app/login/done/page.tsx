import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { SignedInNotice } from '@/components/sign-in/signed-in-notice'
import { pageLanguage } from '../../page-language'

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('signIn.done') }
}

export default function SignedInPage() {
  return <SignedInNotice />
}
