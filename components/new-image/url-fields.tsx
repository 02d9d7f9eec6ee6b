'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { NameField } from '@/components/images/name-field'
import { formatsQuery } from '@/lib/client/image-queries'
import type { UploadForm } from '@/lib/client/uploads/upload'

interface Props {
  id: string
  form: UploadForm
  onChange(form: Partial<UploadForm>): void
  wrong: { name: boolean; minDisk: boolean }
}

/** What the file's header would tell, and nobody has read yet. */
export function UrlFields({ id, form, onChange, wrong }: Props) {
  const t = useTranslations()
  const { data: formats } = useQuery(formatsQuery)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <NameField id={`${id}name`} value={form.name} missing={wrong.name} onChange={(name) => onChange({ name })} />
      </div>
      <Field id={`${id}disk`} label={t('upload.diskFormat')} hint={t('newImage.formatHint')}>
        <select
          id={`${id}disk`}
          value={form.diskFormat}
          onChange={({ target }) => onChange({ diskFormat: target.value })}
          aria-describedby={describedBy(`${id}disk`)}
          className={controlClass}
        >
          {[...new Set([form.diskFormat, ...(formats?.disk ?? [])])].map((format) => (
            <option key={format}>{format}</option>
          ))}
        </select>
      </Field>
      <Field
        id={`${id}min`}
        label={t('upload.minDisk')}
        hint={t('upload.minDiskPlain')}
        error={wrong.minDisk ? t('upload.minDiskInvalid') : undefined}
      >
        <input
          id={`${id}min`}
          type="number"
          min={0}
          step={1}
          inputMode="numeric"
          value={Number.isNaN(form.minDisk) ? '' : form.minDisk}
          onChange={({ target }) => onChange({ minDisk: target.valueAsNumber })}
          aria-invalid={wrong.minDisk}
          aria-describedby={describedBy(`${id}min`)}
          className={controlClass}
        />
      </Field>
    </div>
  )
}
