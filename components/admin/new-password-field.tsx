'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, describedBy, Field } from '@/components/form/field'

/** The field of a new password, which can be read before it is given. */
export function NewPasswordField({ id }: { id: string }) {
  const t = useTranslations('adminIdentity')
  const [readable, setReadable] = useState(false)
  return (
    <div className="space-y-2">
      <Field id={id} label={t('newPassword')} hint={t('passwordHint')}>
        <input
          id={id}
          name="password"
          type={readable ? 'text' : 'password'}
          required
          maxLength={1024}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(id)}
          className={controlClass}
        />
      </Field>
      {/* To look at it changes nothing of the form. */}
      <div onInput={(event) => event.stopPropagation()}>
        <Checkbox label={t('showPassword')} checked={readable} onChange={({ target }) => setReadable(target.checked)} />
      </div>
    </div>
  )
}
