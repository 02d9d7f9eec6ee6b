'use client'

import { useLocale, useTranslations } from 'use-intl'
import { byteShare, byteText } from '@/lib/client/byte-text'
import { secondsLeft, type Upload } from '@/lib/client/uploads/upload'

/** The progress of an upload in words: how much of what, how fast, how long still. */
export function useProgressText() {
  const t = useTranslations('uploads')
  const locale = useLocale()
  const left = (seconds: number) => {
    if (seconds < 60) return t('left.seconds')
    const minutes = Math.round(seconds / 60)
    return minutes < 90 ? t('left.minutes', { count: minutes }) : t('left.hours', { count: Math.round(minutes / 60) })
  }
  return (upload: Upload) => {
    const seconds = upload.stage === 'uploading' ? secondsLeft(upload) : null
    return {
      share: t('of', byteShare(upload.sentBytes, upload.file.size, locale)),
      speed: upload.speed ? t('speed', { amount: byteText(upload.speed, locale) }) : null,
      left: seconds === null ? null : left(seconds),
    }
  }
}
