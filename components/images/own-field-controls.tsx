'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, describedBy, Field } from '@/components/form/field'
import type { PropertyEditor } from '@/components/properties/use-property-editor'
import { formatsQuery } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import type { OwnField } from '@/lib/client/own-fields'
import { NameField } from './name-field'

interface Props {
  image: ImageView
  editor: PropertyEditor
  misfits: readonly OwnField[]
}

/** A control for each field; formats are fixed as soon as there are data. */
export function OwnFieldControls({ image, editor, misfits }: Props) {
  const t = useTranslations('imageEdit')
  const id = useId()
  const { properties } = editor.after
  return (
    <>
      <NameField
        id={`${id}name`}
        value={properties.name ?? ''}
        onChange={(name) => editor.set('name', name === '' && image.name === null ? null : name)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {(['min_disk', 'min_ram'] as const).map((field) => (
          <Field
            key={field}
            id={id + field}
            label={t(`field.${field}`)}
            error={misfits.includes(field) ? t('wholeNumber') : undefined}
          >
            <input
              id={id + field}
              inputMode="numeric"
              value={properties[field] ?? ''}
              onChange={({ target }) => editor.set(field, target.value)}
              aria-invalid={misfits.includes(field)}
              aria-describedby={describedBy(id + field)}
              className={controlClass}
            />
          </Field>
        ))}
        <FormatField id={`${id}disk`} field="disk_format" {...{ image, editor }} />
        <FormatField id={`${id}container`} field="container_format" {...{ image, editor }} />
      </div>
      <div className="flex flex-col gap-2">
        {(['protected', 'os_hidden'] as const).map((field) => (
          <Checkbox
            key={field}
            label={t(`field.${field}`)}
            checked={properties[field] === 'true'}
            onChange={({ target }) => editor.set(field, String(target.checked))}
          />
        ))}
      </div>
    </>
  )
}

interface FormatProps extends Omit<Props, 'misfits'> {
  id: string
  field: 'disk_format' | 'container_format'
}

function FormatField({ id, field, image, editor }: FormatProps) {
  const t = useTranslations('imageEdit')
  const { data: formats } = useQuery(formatsQuery)
  const fixed = image.status !== 'queued'
  const chosen = editor.after.properties[field] ?? ''
  const known = (field === 'disk_format' ? formats?.disk : formats?.container) ?? []
  return (
    <Field id={id} label={t(`field.${field}`)} hint={fixed ? t('fixed') : undefined}>
      <select
        id={id}
        value={chosen}
        disabled={fixed}
        onChange={({ target }) => editor.set(field, target.value === '' ? null : target.value)}
        aria-describedby={describedBy(id)}
        className={controlClass}
      >
        {image[field] === null && <option value="">{t('notSet')}</option>}
        {[...new Set([...(chosen ? [chosen] : []), ...known])].map((format) => (
          <option key={format}>{format}</option>
        ))}
      </select>
    </Field>
  )
}
