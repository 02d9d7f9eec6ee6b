'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass } from '@/components/form/field'
import { type AdminImageSearch, listedStatuses, stuckAges } from '@/lib/client/admin-images'
import { NameFilter } from './name-filter'
import { ProjectFilter } from './project-filter'

interface Props {
  search: AdminImageSearch
  onChange(changes: Partial<{ [K in keyof AdminImageSearch]: AdminImageSearch[K] | null }>): void
}

/** What narrows the list; each choice goes into the address. */
export function AdminImageFilters({ search, onChange }: Props) {
  const t = useTranslations()
  return (
    <search aria-label={t('adminImages.filters')} className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <NameFilter name={search.name} onChange={(name) => onChange({ name: name || null })} />
      <ProjectFilter project={search.project} onChange={(project) => onChange({ project: project || null })} />
      <Choice
        label={t('adminImages.status')}
        value={search.status ?? ''}
        choices={[['', t('adminImages.anyStatus')], ...listedStatuses.map((status) => [status, t(`status.${status}`)] as const)]}
        onChange={(value) => onChange({ status: listedStatuses.find((status) => status === value) ?? null })}
      />
      <Choice
        label={t('adminImages.stuck')}
        value={search.stuck ?? ''}
        choices={[['', t('adminImages.stuckOrNot')], ...stuckAges.map((age) => [age, t(`adminImages.stuckFor.${age}`)] as const)]}
        onChange={(value) => onChange({ stuck: stuckAges.find((age) => age === value) ?? null })}
      />
      <Checkbox
        label={t('adminImages.hidden')}
        checked={search.hidden}
        onChange={(event) => onChange({ hidden: event.target.checked || null })}
      />
    </search>
  )
}

interface ChoiceProps {
  label: string
  value: string
  choices: readonly (readonly [value: string, label: string])[]
  onChange(value: string): void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${controlClass} min-w-0 max-sm:grow max-sm:basis-2/5 sm:max-w-60`}
    >
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  )
}
