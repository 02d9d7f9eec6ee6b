'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { changeThing, type IdentityThing } from '@/lib/client/identity'
import { NewPasswordField } from './new-password-field'
import { useIdentityChange } from './use-identity-change'
import { useThingForm } from './use-thing-form'

/** Gives somebody another password. */
export function PasswordSheet({ user, onClose }: { user: IdentityThing; onClose(): void }) {
  const t = useTranslations()
  const id = useId()
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useIdentityChange(
    () => changeThing('user', user.id, { password }),
    () => t('adminIdentity.passwordSet', { name: user.name }),
  )
  const { form, checked, check } = useThingForm(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check(password !== '')) mutate(undefined, { onSuccess: onClose })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('adminIdentity.passwordOf', { name: user.name })}
      lead={t('adminIdentity.passwordText')}
      unsaved={password !== ''}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={`${id}form`} disabled={isPending}>
            {t('adminIdentity.password')}
          </Button>
        </>
      }
    >
      <form id={`${id}form`} ref={form} noValidate onSubmit={submit} className="space-y-4">
        {error && <ProblemNotice error={error} />}
        <NewPasswordField value={password} checked={checked} onChange={setPassword} />
      </form>
    </Sheet>
  )
}
