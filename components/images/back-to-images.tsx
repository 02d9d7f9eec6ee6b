'use client'

import { useTranslations } from 'use-intl'
import { BackLink } from '@/components/layout/back-link'
import { useLastList } from './use-last-list'

/** The way back to the list of images as it was left. */
export function BackToImages() {
  const t = useTranslations('action')
  return <BackLink href={useLastList()}>{t('back')}</BackLink>
}
