import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { ImagesPage } from '@/components/images/images-page'
import { imagesHref, readImageSearch } from '@/lib/client/image-search'
import { pageLanguage } from '../../page-language'
import { requireSession } from '../require-session'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('images.title') }
}

export default async function Page({ searchParams }: Props) {
  await requireSession(`/images${imagesHref(await readImageSearch(searchParams))}`)
  return <ImagesPage />
}
