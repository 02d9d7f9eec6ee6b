'use client'

import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { isSpaced, nameMisfit, readPasted } from '@/lib/client/properties/new-properties'
import type { DraftField } from '@/lib/client/properties/property-drafts'
import type { Drafts } from './use-drafts'

interface Props {
  /** The names that the image has. */
  taken: ReadonlySet<string>
  drafts: Drafts
  onAdd(properties: readonly (readonly [string, string])[]): void
}

/** Where a field for new properties is, for whoever wants to bring the focus there. */
export function draftId(field: DraftField): string {
  return `new-property-${field}`
}

/** Adds properties that no definition knows: one, or many lines at once. */
export function AddProperties(props: Props) {
  const t = useTranslations('properties')
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{t('addCustom')}</h2>
      <div className="space-y-4 px-4 py-3">
        <CustomProperty {...props} />
        <details>
          <summary className="w-fit rounded-control text-primary text-table">{t('paste')}</summary>
          <PastedProperties {...props} />
        </details>
      </div>
    </section>
  )
}

function CustomProperty({ taken, drafts, onAdd }: Props) {
  const t = useTranslations('properties')
  const { name, value } = drafts.texts
  const id = draftId('name')
  const valueId = draftId('value')
  const misfit = nameMisfit(name.trim(), taken)
  const shown = misfit === 'required' && drafts.refused !== 'name' ? null : misfit
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (misfit) return drafts.refuse('name')
    onAdd([[name.trim(), value]])
    drafts.type({ name: '', value: '' })
  }
  return (
    <form onSubmit={add} className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <Field
        id={id}
        label={t('key')}
        error={shown ? t(`nameMisfit.${shown}`) : undefined}
        hint={isSpaced(name) ? t('spaced') : undefined}
      >
        <input
          id={id}
          value={name}
          onChange={(event) => drafts.type({ name: event.target.value })}
          aria-invalid={shown !== null}
          aria-describedby={describedBy(id)}
          className={`${controlClass} font-mono`}
        />
      </Field>
      <Field id={valueId} label={t('value')} error={drafts.refused === 'value' ? t('valueMissing') : undefined}>
        <input
          id={valueId}
          value={value}
          onChange={(event) => drafts.type({ value: event.target.value })}
          aria-invalid={drafts.refused === 'value'}
          aria-describedby={describedBy(valueId)}
          className={`${controlClass} font-mono`}
        />
      </Field>
      <Button type="submit" className="sm:mt-6">
        {t('addProperty')}
      </Button>
    </form>
  )
}

function PastedProperties({ taken, drafts, onAdd }: Props) {
  const t = useTranslations('properties')
  const id = draftId('lines')
  const misfitsId = useId()
  const text = drafts.texts.lines
  const { properties, misfits } = readPasted(text)
  const replaced = properties.filter(([name]) => taken.has(name)).length
  const add = () => {
    onAdd(properties)
    drafts.type({ lines: '' })
  }
  return (
    <div className="mt-3 space-y-2">
      <Field id={id} label={t('lines')} hint={t('linesHint')}>
        <textarea
          id={id}
          rows={5}
          value={text}
          onChange={(event) => drafts.type({ lines: event.target.value })}
          aria-invalid={misfits.length > 0}
          aria-describedby={`${misfitsId} ${describedBy(id)}`}
          className={`${controlClass} h-auto py-1 font-mono`}
        />
      </Field>
      <ul id={misfitsId} className="text-failed text-meta empty:hidden">
        {misfits.map(({ line, reason }) => (
          <li key={line}>{t('lineMisfit', { line: String(line), reason: t(`nameMisfit.${reason}`) })}</li>
        ))}
      </ul>
      {properties.some(([name]) => isSpaced(name)) && <p className="text-attention text-meta">{t('spaced')}</p>}
      {replaced > 0 && <p className="text-attention text-meta">{t('replaces', { count: replaced })}</p>}
      <Button
        disabled={properties.length === 0 || misfits.length > 0}
        aria-describedby={`${misfitsId} ${describedBy(id)}`}
        onClick={add}
      >
        {t('addLines', { count: properties.length })}
      </Button>
    </div>
  )
}
