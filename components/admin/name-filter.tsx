'use client'

import { useTranslations } from 'use-intl'
import { SearchField } from '@/components/form/search-field'

interface Props {
  name: string
  onChange(name: string): void
}

/** A field for an image's exact name or id. */
export function NameFilter({ name, onChange }: Props) {
  const t = useTranslations('images')
  return <SearchField label={t('name')} value={name} onChange={onChange} />
}
