import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { DiagnosticsPage } from '@/components/diagnostics/diagnostics-page'
import { LanguageChoice } from '@/components/layout/language-choice'
import { Outside } from '@/components/layout/outside'
import { signInFailures } from '@/lib/contract/session'
import { pageSession } from '@/lib/server/auth/page-session'
import { pageLanguage } from '../../page-language'

interface Props {
  searchParams: Promise<Partial<Record<'request' | 'image' | 'sign_in', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('diagnostics.title') }
}

/** Also for somebody who cannot sign in: whose move that is, the checks tell. */
export default async function Page({ searchParams }: Props) {
  const { request, image, sign_in } = await searchParams
  const signIn = signInFailures.find((reason) => reason === [sign_in].flat()[0])
  const subject = { requestId: [request].flat()[0], imageId: [image].flat()[0], signIn }
  if (await pageSession()) return <DiagnosticsPage subject={subject} signedIn />
  return (
    <Outside>
      <DiagnosticsPage subject={subject} signedIn={false} />
      <LanguageChoice />
    </Outside>
  )
}
