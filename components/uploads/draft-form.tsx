'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { IconButton } from '@/components/ui/icon-button'
import { byteText } from '@/lib/client/byte-text'
import { formatsQuery } from '@/lib/client/image-queries'
import { visibilities } from '@/lib/client/image-view'
import type { Draft } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { verdictOf } from '@/lib/client/uploads/verdict'
import { VerdictNotice } from './verdict-notice'

interface Props {
  draft: Draft
  /** Misfits are said once the person has tried to start. */
  checked: boolean
  removable: boolean
  onChange(form: Partial<UploadForm>): void
  onAnyway(anyway: boolean): void
  onRemove(): void
}

type Misfit = 'blocked' | 'name' | 'diskFormat' | 'minDisk'

/** What is missing or wrong in a form. */
export function misfitsOf(draft: Draft): Set<Misfit> {
  const { form, anyway } = draft
  const misfits = new Set<Misfit>()
  if (!anyway && verdictOf(draft).level === 'blocked') misfits.add('blocked')
  if (form.name.trim() === '') misfits.add('name')
  if (form.diskFormat === '') misfits.add('diskFormat')
  if (!Number.isInteger(form.minDisk) || form.minDisk < 0) misfits.add('minDisk')
  return misfits
}

/** The form of one file. */
export function DraftForm({ draft, checked, removable, onChange, onAnyway, onRemove }: Props) {
  const t = useTranslations('upload')
  const id = useId()
  const { file, form } = draft
  const misfits = checked ? misfitsOf(draft) : new Set<Misfit>()
  return (
    <fieldset className="min-w-0 rounded-card border border-hairline p-4">
      <legend className="sr-only">{file.name}</legend>
      <div className="mb-3 flex items-start justify-between gap-2">
        <p className="min-w-0 wrap-anywhere font-mono text-table">{file.name}</p>
        {removable && (
          <IconButton label={t('remove', { file: file.name })} onClick={onRemove} size="small">
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <VerdictNotice draft={draft} insistent={misfits.has('blocked')} onAnyway={onAnyway} />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <Field id={`${id}name`} label={t('name')} error={misfits.has('name') ? t('nameRequired') : undefined}>
            <input
              id={`${id}name`}
              value={form.name}
              maxLength={255}
              onChange={(event) => onChange({ name: event.target.value })}
              aria-invalid={misfits.has('name')}
              aria-describedby={describedBy(`${id}name`)}
              className={controlClass}
            />
          </Field>
        </div>
        <DiskFormatField id={`${id}disk`} draft={draft} onChange={onChange} missing={misfits.has('diskFormat')} />
        <MinDiskField id={`${id}min`} draft={draft} onChange={onChange} wrong={misfits.has('minDisk')} />
        <VisibilityField id={`${id}visibility`} form={form} onChange={onChange} />
      </div>
      <Advanced id={id} form={form} onChange={onChange} />
    </fieldset>
  )
}

interface FieldProps {
  id: string
  onChange: Props['onChange']
}

function DiskFormatField({ id, draft, onChange, missing }: FieldProps & { draft: Draft; missing: boolean }) {
  const t = useTranslations('upload')
  const { data: formats } = useQuery(formatsQuery)
  const { format } = draft.reading.inspection
  const chosen = draft.form.diskFormat
  const hint = format === 'raw' ? t('undetected') : chosen === format ? t('detected') : t('overridden', { format })
  const choices = [...new Set([...(formats?.disk ?? []), ...(chosen ? [chosen] : [])])]
  return (
    <Field id={id} label={t('diskFormat')} hint={hint} error={missing ? t('diskFormatRequired') : undefined}>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChange({ diskFormat: event.target.value })}
        aria-invalid={missing}
        aria-describedby={describedBy(id)}
        className={controlClass}
      >
        {choices.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </Field>
  )
}

function MinDiskField({ id, draft, onChange, wrong }: FieldProps & { draft: Draft; wrong: boolean }) {
  const t = useTranslations('upload')
  const locale = useLocale()
  const { virtualSize } = draft.reading.inspection
  const hint = virtualSize === null ? t('minDiskPlain') : t('minDiskHint', { size: byteText(virtualSize, locale) })
  return (
    <Field id={id} label={t('minDisk')} hint={hint} error={wrong ? t('minDiskInvalid') : undefined}>
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        inputMode="numeric"
        value={Number.isNaN(draft.form.minDisk) ? '' : draft.form.minDisk}
        onChange={(event) => onChange({ minDisk: event.target.valueAsNumber })}
        aria-invalid={wrong}
        aria-describedby={describedBy(id)}
        className={controlClass}
      />
    </Field>
  )
}

/** Who shall see the image. Only administrators may publish for everybody. */
export function VisibilityField({ id, form, onChange }: FieldProps & { form: UploadForm }) {
  const t = useTranslations()
  const { roles } = useSignedIn()
  const allowed = visibilities.filter(
    (name) => roles.includes('admin') || name === 'private' || name === 'shared' || name === form.visibility,
  )
  return (
    <div className="sm:col-span-2">
      <Field id={id} label={t('upload.visibility')} hint={t(`visibilityHint.${form.visibility}`)}>
        <select
          id={id}
          value={form.visibility}
          onChange={(event) => onChange({ visibility: event.target.value as UploadForm['visibility'] })}
          aria-describedby={describedBy(id)}
          className={controlClass}
        >
          {allowed.map((name) => (
            <option key={name} value={name}>
              {t(`visibility.${name}`)}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}

/** What most images do not need. */
export function Advanced({ id, form, onChange }: FieldProps & { form: UploadForm }) {
  const t = useTranslations('upload')
  const { data: formats } = useQuery(formatsQuery)
  return (
    <details className="mt-4">
      <summary className="w-fit rounded-control text-primary text-table">{t('advanced')}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Field id={`${id}container`} label={t('containerFormat')} hint={t('containerHint')}>
          <select
            id={`${id}container`}
            value={form.containerFormat}
            onChange={(event) => onChange({ containerFormat: event.target.value })}
            aria-describedby={describedBy(`${id}container`)}
            className={controlClass}
          >
            {[...new Set([form.containerFormat, ...(formats?.container ?? [])])].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Field>
        <Field id={`${id}tags`} label={t('tags')} hint={t('tagsHint')}>
          <input
            id={`${id}tags`}
            defaultValue={form.tags.join(', ')}
            onChange={(event) => onChange({ tags: tagsOf(event.target.value) })}
            aria-describedby={describedBy(`${id}tags`)}
            className={controlClass}
          />
        </Field>
        <Checkbox
          label={t('protected')}
          checked={form.protected}
          onChange={(event) => onChange({ protected: event.target.checked })}
        />
      </div>
    </details>
  )
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,，]/).map((tag) => tag.trim()))].filter((tag) => tag !== '')
}
