'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, describedBy, Field } from '@/components/form/field'

interface Props {
  value: string
  /** Whether a password that is missing is said. */
  checked: boolean
  onChange(value: string): void
}

/** The field of a new password, which can be read before it is given. */
export function NewPasswordField({ value, checked, onChange }: Props) {
  const t = useTranslations('adminIdentity')
  const id = useId()
  const [readable, setReadable] = useState(false)
  const missing = checked && value === ''
  return (
    <div className="space-y-2">
      <Field id={id} label={t('newPassword')} hint={t('passwordHint')} error={missing ? t('passwordRequired') : undefined}>
        <input
          id={id}
          type={readable ? 'text' : 'password'}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          required
          maxLength={1024}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={missing}
          aria-describedby={describedBy(id)}
          className={controlClass}
        />
      </Field>
      <Checkbox label={t('showPassword')} checked={readable} onChange={({ target }) => setReadable(target.checked)} />
    </div>
  )
}
