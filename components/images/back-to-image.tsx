'use client'

import { useTranslations } from 'use-intl'
import { BackLink } from '@/components/layout/back-link'

/** The way back from a page about one side of an image to the image itself. */
export function BackToImage({ imageId }: { imageId: string }) {
  const t = useTranslations('sharing')
  return <BackLink href={`/images/${encodeURIComponent(imageId)}`}>{t('back')}</BackLink>
}
