'use client'

import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { misfitOf } from '@/lib/client/identity-edit'
import { useMisfitText } from './use-misfit-text'

interface Props {
  id: string
  value: string
  /** Another one has that name, as the server has said. */
  taken: boolean
  /** Whether a name that is missing is said. */
  checked: boolean
  hint?: string | undefined
  disabled?: boolean
  onChange(value: string): void
}

/** The name of a user, project or domain; what is wrong with it stands beside it. */
export function ThingNameField({ id, value, taken, checked, hint, disabled = false, onChange }: Props) {
  const t = useTranslations('adminIdentity')
  const misfit = misfitOf('name', value)
  const text = useMisfitText()(misfit?.kind === 'missing' && !checked ? null : misfit)
  const error = text ?? (taken ? t('nameTaken') : undefined)
  return (
    <Field id={id} label={t('name')} error={error} hint={hint}>
      <input
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        disabled={disabled}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id)}
        className={controlClass}
      />
    </Field>
  )
}
