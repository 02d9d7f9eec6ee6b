'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { byteText } from '@/lib/client/byte-text'

/** A size; the exact number stands in the tooltip. */
export function Bytes({ value }: { value: number }) {
  const locale = useLocale()
  const t = useTranslations('image')
  const format = useFormatter()
  return (
    <span className="whitespace-nowrap tabular-nums" title={t('exactBytes', { bytes: format.number(value) })}>
      {byteText(value, locale)}
    </span>
  )
}
