'use client'

import { useTranslations } from 'use-intl'
import { ShownName } from '@/components/ui/shown-name'

/** A value as it is, or in words that there is none. */
export function PropertyValue({ value }: { value: string | null }) {
  const t = useTranslations('properties')
  if (value === null || value === '') return <em className="text-muted">{t(value === null ? 'notSet' : 'empty')}</em>
  return (
    <code className="wrap-anywhere whitespace-pre-wrap font-mono text-meta">
      <ShownName name={value} lines />
    </code>
  )
}
