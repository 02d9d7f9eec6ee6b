import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { DiagnosticsPage } from '@/components/diagnostics/diagnostics-page'
import { LanguageChoice } from '@/components/layout/language-choice'
import { Outside } from '@/components/layout/outside'
import { pageSession } from '@/lib/server/auth/page-session'
import { pageLanguage } from '../../page-language'

interface Props {
  searchParams: Promise<{ request?: string | string[]; image?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('diagnostics.title') }
}

/** Also for somebody who cannot sign in: whose move that is, the checks tell. */
export default async function Page({ searchParams }: Props) {
  const { request, image } = await searchParams
  const subject = { requestId: [request].flat()[0], imageId: [image].flat()[0] }
  if (await pageSession()) return <DiagnosticsPage subject={subject} signedIn />
  return (
    <Outside>
      <DiagnosticsPage subject={subject} signedIn={false} />
      <LanguageChoice />
    </Outside>
  )
}
