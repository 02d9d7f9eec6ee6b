'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { isFilteredNamespaces, namespaceSortKeys } from '@/lib/client/metadefs/namespace-search'
import { metadefQueries } from '@/lib/client/metadefs/namespaces'
import { namespaceVisibilities } from '@/lib/contract/metadef-words'
import { useNamespaceSearch } from './use-namespace-search'

/** Two beside each other on a phone. */
const selectClass = clsx(controlClass, 'min-w-0 max-sm:grow max-sm:basis-2/5 sm:max-w-52')

/** What narrows and sorts the namespaces; each choice goes into the address. */
export function NamespaceFilters() {
  const t = useTranslations()
  const { search, change } = useNamespaceSearch()
  return (
    <search aria-label={t('images.filters')} className="mb-4 flex flex-wrap items-center gap-2">
      <span className="relative w-full sm:w-72">
        <Search size={14} aria-hidden className="absolute top-2.25 left-2.5 text-muted" />
        <input
          type="search"
          aria-label={t('metadefs.search')}
          placeholder={t('metadefs.search')}
          value={search.name}
          // A step back for each letter would be too many.
          onChange={(event) => change({ name: event.target.value || null }, 'replace')}
          className={clsx(controlClass, 'pl-8')}
        />
      </span>
      <select
        aria-label={t('images.visibility')}
        value={search.visibility ?? ''}
        onChange={(event) => change({ visibility: (event.target.value || null) as typeof search.visibility })}
        className={selectClass}
      >
        <option value="">{t('images.anyVisibility')}</option>
        {namespaceVisibilities.map((visibility) => (
          <option key={visibility} value={visibility}>
            {t(`visibility.${visibility}`)}
          </option>
        ))}
      </select>
      <TypeFilter />
      <select
        aria-label={t('metadefs.sortBy')}
        value={search.sort}
        onChange={({ target: { value } }) =>
          change({ sort: namespaceSortKeys.find((key) => key === value) ?? null, dir: value === 'updated_at' ? 'desc' : null })
        }
        className={selectClass}
      >
        {namespaceSortKeys.map((key) => (
          <option key={key} value={key}>
            {t(`metadefs.sort.${key}`)}
          </option>
        ))}
      </select>
      {isFilteredNamespaces(search) && (
        <Button variant="quiet" onClick={() => change({ name: null, visibility: null, type: null })}>
          <X size={14} aria-hidden />
          {t('action.clear')}
        </Button>
      )}
    </search>
  )
}

function TypeFilter() {
  const t = useTranslations('metadefs')
  const { project } = useSignedIn()
  const { search, change } = useNamespaceSearch()
  const { data: known = [] } = useQuery(metadefQueries.resourceTypes(project.id))
  const types = search.type === '' || known.includes(search.type) ? known : [search.type, ...known]
  return (
    <select
      aria-label={t('resourceType')}
      value={search.type}
      onChange={(event) => change({ type: event.target.value || null })}
      className={selectClass}
    >
      <option value="">{t('anyType')}</option>
      {types.map((type) => (
        <option key={type}>{type}</option>
      ))}
    </select>
  )
}
