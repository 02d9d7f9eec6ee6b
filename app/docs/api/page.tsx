import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { ReferencePage } from '@/components/docs/reference-page'
import { pageLanguage } from '../../page-language'

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('reference.title') }
}

export default function Page() {
  return <ReferencePage />
}
