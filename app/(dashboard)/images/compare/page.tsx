import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { ComparePage } from '@/components/compare/compare-page'
import { compareHref } from '@/lib/client/image-comparison'
import { pageLanguage } from '../../../page-language'
import { requireSession } from '../../require-session'

interface Props {
  searchParams: Promise<{ a?: string | string[]; b?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return { title: t('compare.title') }
}

export default async function Page({ searchParams }: Props) {
  const { a, b } = await searchParams
  const [first, second] = [a, b].map((id) => (typeof id === 'string' && id !== '' ? id : undefined))
  await requireSession(compareHref(first ?? '', second))
  return <ComparePage a={first} b={second} />
}
