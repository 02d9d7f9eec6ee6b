import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { SharingPage } from '@/components/sharing/sharing-page'
import { pageLanguage } from '../../../../page-language'
import { imageTitle } from '../../../image-title'
import { requireSession } from '../../../require-session'

interface Props {
  params: Promise<{ imageId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return imageTitle((await params).imageId, t('sharing.heading'))
}

export default async function Page({ params }: Props) {
  const { imageId } = await params
  await requireSession(`/images/${imageId}/sharing`)
  return <SharingPage imageId={decodeURIComponent(imageId)} />
}
