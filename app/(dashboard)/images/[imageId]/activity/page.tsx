import type { Metadata } from 'next'
import { createTranslator } from 'use-intl/core'
import { ActivityPage } from '@/components/images/activity-page'
import { pageLanguage } from '../../../../page-language'
import { imageTitle } from '../../../image-title'
import { requireSession } from '../../../require-session'

interface Props {
  params: Promise<{ imageId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = createTranslator(await pageLanguage())
  return imageTitle((await params).imageId, t('activity.heading'))
}

export default async function Page({ params }: Props) {
  const { imageId } = await params
  await requireSession(`/images/${imageId}/activity`)
  return <ActivityPage imageId={decodeURIComponent(imageId)} />
}
