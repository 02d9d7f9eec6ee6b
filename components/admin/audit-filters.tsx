'use client'

import { clsx } from 'clsx'
import { ListFilter, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useAppliedText } from '@/components/form/use-applied-text'
import { Button } from '@/components/ui/button'
import { type AuditSearch, filterCount, outcomes } from '@/lib/client/audit'
import { auditedOperations, useOperationWords } from './use-operation-words'

interface Props {
  search: AuditSearch
  onChange(changes: Partial<{ [K in keyof AuditSearch]: AuditSearch[K] | null }>): void
  onClear(): void
}

const texts = ['user', 'project', 'resource', 'request'] as const
const days = ['since', 'until'] as const

/** What narrows the audit log; each choice goes into the address. */
export function AuditFilters({ search, onChange, onClear }: Props) {
  const t = useTranslations()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <search aria-label={t('adminAudit.filters')} className="mb-4 block space-y-3">
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} className="sm:hidden">
        <ListFilter size={14} aria-hidden />
        {t('adminAudit.moreFilters', { count: filterCount(search) })}
      </Button>
      <div id={id} className={clsx('grid grid-cols-2 items-end gap-x-3 gap-y-2 lg:grid-cols-4', !open && 'max-sm:hidden')}>
        {texts.map((name) => (
          <TextFilter key={name} name={name} value={search[name]} onChange={(value) => onChange({ [name]: value || null })} />
        ))}
        <OperationChoice value={search.operation} onChange={(operation) => onChange({ operation: operation || null })} />
        <OutcomeChoice
          value={search.outcome ?? ''}
          onChange={(value) => onChange({ outcome: outcomes.find((outcome) => outcome === value) ?? null })}
        />
        {days.map((name) => (
          <label key={name} className="block min-w-0 text-meta text-muted">
            {t(`adminAudit.${name}`)}
            <input
              type="date"
              value={search[name]}
              onChange={(event) => onChange({ [name]: event.target.value || null })}
              className={controlClass}
            />
          </label>
        ))}
        {filterCount(search) > 0 && (
          <Button variant="quiet" onClick={onClear} className="justify-self-start">
            <X size={14} aria-hidden />
            {t('action.clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

interface FilterProps {
  value: string
  onChange(value: string): void
}

/** It counts with Enter or on leaving the field. */
function TextFilter({ name, value, onChange }: FilterProps & { name: (typeof texts)[number] }) {
  const t = useTranslations('adminAudit')
  const { text, setText, apply, onSubmit } = useAppliedText(value, onChange)
  return (
    <form onSubmit={onSubmit}>
      <label className="block min-w-0 text-meta text-muted">
        {t(`by.${name}`)}
        <input
          type="search"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={apply}
          className={controlClass}
        />
      </label>
    </form>
  )
}

function OperationChoice({ value, onChange }: FilterProps) {
  const t = useTranslations()
  const words = useOperationWords()
  const known = auditedOperations.some(([, names]) => names.includes(value))
  return (
    <label className="block min-w-0 text-meta text-muted">
      {t('adminAudit.operation')}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={controlClass}>
        <option value="">{t('adminAudit.anyOperation')}</option>
        {value !== '' && !known && <option>{value}</option>}
        {auditedOperations.map(
          ([resource, names]) =>
            names.length > 0 && (
              <optgroup
                key={resource}
                label={resource === 'identity' ? t('adminIdentity.title') : t(`reference.group.${resource}`)}
              >
                {names.map((name) => (
                  <option key={name} value={name}>
                    {words(name)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}

function OutcomeChoice({ value, onChange }: FilterProps) {
  const t = useTranslations('adminAudit')
  return (
    <label className="block min-w-0 text-meta text-muted">
      {t('outcome')}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={controlClass}>
        <option value="">{t('anyOutcome')}</option>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`outcomes.${outcome}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
