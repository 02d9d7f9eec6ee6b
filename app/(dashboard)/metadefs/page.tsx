import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { NamespacesPage } from '@/components/metadefs/namespaces-page'
import { namespacesHref, readNamespaceSearch } from '@/lib/client/metadefs/namespace-search'
import { pageLanguage } from '../../page-language'
import { requireSession } from '../require-session'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('metadefs.title') }
}

export default async function Page({ searchParams }: Props) {
  await requireSession(`/metadefs${namespacesHref(await readNamespaceSearch(searchParams))}`)
  return <NamespacesPage />
}
