import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { NewImagePage } from '@/components/new-image/new-image-page'
import { pageLanguage } from '../../../page-language'
import { requireSession } from '../../require-session'

interface Props {
  searchParams: Promise<{ from?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('newImage.title') }
}

export default async function Page({ searchParams }: Props) {
  const fromUrl = (await searchParams).from === 'url'
  await requireSession(fromUrl ? '/images/new?from=url' : '/images/new')
  return <NewImagePage fromUrl={fromUrl} />
}
