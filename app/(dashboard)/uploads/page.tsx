import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { UploadsPage } from '@/components/uploads/uploads-page'
import { pageLanguage } from '../../page-language'
import { requireSession } from '../require-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('uploads.title') }
}

export default async function Page() {
  await requireSession('/uploads')
  return <UploadsPage />
}
