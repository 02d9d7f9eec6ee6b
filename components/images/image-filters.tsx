'use client'

import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { filterableStatuses, isFiltered } from '@/lib/client/image-search'
import { visibilities } from '@/lib/client/image-view'
import { useImageSearch } from './use-image-search'

/** What narrows the list. Each choice goes into the address at once; a name with Enter or on leaving the field. */
export function ImageFilters() {
  const t = useTranslations()
  const { search, change } = useImageSearch()
  const anyVisibility = search.tab === 'ours' || search.tab === 'all'
  return (
    <search aria-label={t('images.filters')} className="mb-4 flex flex-wrap items-center gap-2">
      <NameFilter />
      <select
        aria-label={t('images.status')}
        value={search.status ?? ''}
        onChange={(event) => change({ status: (event.target.value || null) as typeof search.status })}
        className={clsx(controlClass, 'max-w-44')}
      >
        <option value="">{t('images.anyStatus')}</option>
        {filterableStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      {anyVisibility && (
        <select
          aria-label={t('images.visibility')}
          value={search.visibility ?? ''}
          onChange={(event) => change({ visibility: (event.target.value || null) as typeof search.visibility })}
          className={clsx(controlClass, 'max-w-44')}
        >
          <option value="">{t('images.anyVisibility')}</option>
          {visibilities.map((visibility) => (
            <option key={visibility} value={visibility}>
              {t(`visibility.${visibility}`)}
            </option>
          ))}
        </select>
      )}
      {isFiltered(search) && (
        <Button variant="quiet" onClick={() => change({ name: null, status: null, visibility: null })}>
          <X size={14} aria-hidden />
          {t('action.clear')}
        </Button>
      )}
    </search>
  )
}

function NameFilter() {
  const t = useTranslations('images')
  const { search, change } = useImageSearch()
  const [name, setName] = useState(search.name)
  useEffect(() => setName(search.name), [search.name])
  const apply = () => name.trim() !== search.name && change({ name: name.trim() || null })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <form onSubmit={submit} className="relative w-full sm:w-72">
      <Search size={14} aria-hidden className="absolute top-2.25 left-2.5 text-muted" />
      <input
        type="search"
        aria-label={t('name')}
        placeholder={t('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={apply}
        className={clsx(controlClass, 'pl-8')}
      />
    </form>
  )
}
