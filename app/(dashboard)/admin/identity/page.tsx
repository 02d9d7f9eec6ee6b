import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { IdentityPage } from '@/components/admin/identity-page'
import { pageLanguage } from '../../../page-language'
import { pageAddress, type SearchParams } from '../../page-address'
import { requireSession } from '../../require-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('adminIdentity.title') }
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  await requireSession(await pageAddress('/admin/identity', searchParams))
  return <IdentityPage />
}
