'use client'

import { clsx } from 'clsx'
import { Eye, EyeOff, ListFilterPlus, Plus, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type MouseEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SearchField } from '@/components/form/search-field'
import { Button } from '@/components/ui/button'
import type { FilterName, ImageFilter } from '@/lib/client/image-filters'
import { activeFilters, filtersOf, noFilters } from '@/lib/client/image-search'
import { patiently } from '@/lib/client/patiently'
import { useFilterText } from './filter-text'
import { useImageSearch } from './use-image-search'

const FilterPopover = dynamic(
  patiently(() => import('./filter-popover').then((module) => module.FilterPopover)),
  { ssr: false },
)

/** What is being chosen, beside which button: one filter, or which one it shall be. */
interface Editing {
  filter: ImageFilter | null
  anchor: HTMLElement
}

/** Filters that stand ready without the menu. */
const suggested: readonly FilterName[] = ['status', 'visibility', 'disk_format']

/** What narrows the list. Each choice goes into the address at once; a name with Enter or on leaving the field. */
export function ImageFilters() {
  const t = useTranslations()
  const { search, change } = useImageSearch()
  const [editing, setEditing] = useState<Editing | null>(null)
  const known = filtersOf(search.tab)
  const active = activeFilters(search)
  const shown = active.filter(({ name }) => name !== 'os_hidden' && !(name === 'name' && search.name.length === 1))
  const ready = known.filter(({ name }) => suggested.includes(name) && !active.some((other) => other.name === name))
  const edit = (filter: ImageFilter | null) => (event: MouseEvent<HTMLElement>) => {
    const anchor = event.currentTarget
    setEditing((now) => (now?.anchor === anchor ? null : { filter, anchor }))
  }
  return (
    <search aria-label={t('images.filters')} className="mb-4 flex flex-wrap items-center gap-2">
      <NameFilter />
      {[...shown, ...ready].map((filter) => (
        <FilterPill key={filter.name} filter={filter} active={shown.includes(filter)} onEdit={edit(filter)} />
      ))}
      <HiddenToggle />
      <button type="button" aria-haspopup="dialog" className={pill} onClick={edit(null)}>
        <ListFilterPlus size={14} aria-hidden />
        {t('filters.add')}
      </button>
      {active.length > 0 && (
        <Button data-page-actions variant="quiet" onClick={() => change(noFilters)}>
          <X size={14} aria-hidden />
          {t('action.clear')}
        </Button>
      )}
      {editing && (
        <FilterPopover
          filter={editing.filter}
          anchor={editing.anchor}
          onChoose={(filter) => setEditing({ ...editing, filter })}
          onClose={() => setEditing(null)}
        />
      )}
    </search>
  )
}

const shape = 'inline-flex h-8 items-center gap-1.5 rounded-control text-table'
const pill = `${shape} border border-control border-dashed px-2.5 text-muted hover:bg-hover hover:text-ink`

interface PillProps {
  filter: ImageFilter
  active: boolean
  onEdit(event: MouseEvent<HTMLElement>): void
}

/** Its button stays the same while it is filled in and emptied: the editor stands beside it, and gives the focus back to it. */
function FilterPill({ filter, active, onEdit }: PillProps) {
  const t = useTranslations('filters')
  const { search, change } = useImageSearch()
  const text = useFilterText()
  const value = active ? text(filter, search[filter.name]) : undefined
  const label = t(filter.name)
  return (
    <span className={clsx(shape, 'max-w-full border border-control', active ? 'bg-surface' : 'border-dashed text-muted')}>
      <button
        type="button"
        aria-haspopup="dialog"
        title={value}
        className={clsx(
          'flex h-full min-w-0 items-center gap-1 hover:bg-hover hover:text-ink',
          active ? 'rounded-l-control pl-2.5' : 'rounded-control px-2.5',
        )}
        onClick={onEdit}
      >
        {active ? <span className="text-muted">{t('chip', { name: label })}</span> : <Plus size={14} aria-hidden />}
        {active ? <span className="max-w-64 truncate font-medium">{value}</span> : label}
      </button>
      {active && (
        <button
          type="button"
          aria-label={t('remove', { name: label })}
          className="flex h-full w-7 items-center justify-center rounded-r-control text-muted hover:bg-hover hover:text-ink"
          onClick={() => change({ [filter.name]: null })}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** Hidden images are in no other list, so the way to them stands in sight. */
function HiddenToggle() {
  const t = useTranslations('filters')
  const { search, change } = useImageSearch()
  const on = search.os_hidden !== null
  const Icon = on ? EyeOff : Eye
  return (
    <button
      type="button"
      aria-pressed={on}
      title={t('hiddenHint')}
      className={`${pill} aria-pressed:border-solid aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink`}
      onClick={() => change({ os_hidden: on ? null : 'true' })}
    >
      <Icon size={14} aria-hidden />
      {t('os_hidden')}
    </button>
  )
}

function NameFilter() {
  const t = useTranslations('images')
  const { search, change } = useImageSearch()
  const [single = '', ...others] = search.name
  const given = others.length === 0 ? single : ''
  return <SearchField label={t('name')} value={given} onChange={(name) => change({ name: name ? [name] : null })} />
}
