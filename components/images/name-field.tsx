'use client'

import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { isNameTooLong, nameLength } from '@/lib/client/image-name'
import { longestName } from '@/lib/contract/image-fields'

interface Props {
  id: string
  value: string
  /** There has to be one, and there is none. */
  missing?: boolean
  /** The dialog around it begins here. */
  first?: boolean
  onChange(value: string): void
}

/** The name of an image. What is too long is said, and not cut behind anybody's back. */
export function NameField({ id, value, missing = false, first = false, onChange }: Props) {
  const t = useTranslations('upload')
  const tooLong = isNameTooLong(value)
  const about = { most: String(longestName), count: String(nameLength(value)) }
  const error = tooLong ? t('nameTooLong', about) : missing ? t('nameRequired') : undefined
  return (
    <Field id={id} label={t('name')} error={error}>
      <input
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id)}
        data-initial-focus={first || undefined}
        className={controlClass}
      />
    </Field>
  )
}
