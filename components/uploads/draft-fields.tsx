'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { byteText } from '@/lib/client/byte-text'
import { formatsQuery } from '@/lib/client/image-queries'
import { type Visibility, visibilities } from '@/lib/client/image-view'
import { type Draft, diskSizeOf } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'

interface FieldProps {
  id: string
  onChange(form: Partial<UploadForm>): void
}

export function DiskFormatField({ id, draft, onChange, missing }: FieldProps & { draft: Draft; missing: boolean }) {
  const t = useTranslations('upload')
  const { data: formats } = useQuery(formatsQuery)
  const { diskFormat: chosen, containerFormat } = draft.form
  const choices = [...new Set([...(formats?.disk ?? []), ...(chosen ? [chosen] : [])])]
  const hint = useFormatHint(draft)
  return (
    <Field
      id={id}
      label={t('diskFormat')}
      hint={containerFormat === 'bare' ? hint : t('contained')}
      error={missing ? t('diskFormatRequired') : undefined}
    >
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

function useFormatHint({ reading, form }: Draft): string {
  const t = useTranslations('upload')
  const { format } = reading.inspection
  if (format === 'raw') return t('undetected')
  return form.diskFormat === format ? t('detected') : t('overridden', { format })
}

export function MinDiskField({ id, draft, onChange, wrong }: FieldProps & { draft: Draft; wrong: boolean }) {
  const t = useTranslations('upload')
  const locale = useLocale()
  const size = diskSizeOf(draft)
  const hint = size === null ? t('minDiskPlain') : t('minDiskHint', { size: byteText(size, locale) })
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

/** Who shall see the image; null where images of one form differ. Only administrators may publish for everybody. */
export function VisibilityField({ id, value, onChange }: FieldProps & { value: Visibility | null }) {
  const t = useTranslations()
  const { roles } = useSignedIn()
  const allowed = visibilities.filter((name) => roles.includes('admin') || name !== 'public' || name === value)
  return (
    <div className="sm:col-span-2">
      <Field id={id} label={t('upload.visibility')} hint={value && t(`visibilityHint.${value}`)}>
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => onChange({ visibility: event.target.value as Visibility })}
          aria-describedby={describedBy(id)}
          className={controlClass}
        >
          {value === null && (
            <option value="" disabled>
              {t('upload.different')}
            </option>
          )}
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

/** The tags; null where images of one form differ. */
export function TagsField({ id, value, onChange }: FieldProps & { value: readonly string[] | null }) {
  const t = useTranslations('upload')
  const tags = value?.join(', ') ?? ''
  const [text, setText] = useState(tags)
  // A comma that was just typed makes no tag yet: the text changes by itself only where others change the tags.
  useEffect(() => setText((now) => (tagsOf(now).join(', ') === tags ? now : tags)), [tags])
  return (
    <Field id={id} label={t('tags')} hint={t('tagsHint')}>
      <input
        id={id}
        value={text}
        placeholder={value ? undefined : t('different')}
        onChange={(event) => {
          setText(event.target.value)
          onChange({ tags: tagsOf(event.target.value) })
        }}
        aria-describedby={describedBy(id)}
        className={controlClass}
      />
    </Field>
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
        <TagsField id={`${id}tags`} value={form.tags} onChange={onChange} />
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
