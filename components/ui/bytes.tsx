'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { byteText } from '@/lib/client/byte-text'
import { useTooltip } from './use-tooltip'

/** A size; the exact number stands in the tooltip, which a finger opens too, and is read aloud. */
export function Bytes({ value }: { value: number }) {
  const locale = useLocale()
  const t = useTranslations('image')
  const format = useFormatter()
  const exact = t('exactBytes', { bytes: format.number(value) })
  const { target, onTap, tooltip } = useTooltip(exact)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what a finger opens is read aloud without it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <span className="relative whitespace-nowrap tabular-nums" {...target} onClick={onTap}>
      {byteText(value, locale)}
      <span className="sr-only"> ({exact})</span>
      {tooltip}
    </span>
  )
}
