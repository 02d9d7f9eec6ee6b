import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { SharesPage } from '@/components/sharing/shares-page'
import { pageLanguage } from '../../page-language'
import { requireSession } from '../require-session'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('shares.title') }
}

export default async function Page({ searchParams }: Props) {
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string')
  const query = new URLSearchParams(Object.fromEntries(given) as Record<string, string>).toString()
  await requireSession(query === '' ? '/shares' : `/shares?${query}`)
  return <SharesPage />
}
