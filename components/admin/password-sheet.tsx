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

/** Gives somebody another password. */
export function PasswordSheet({ user, onClose }: { user: IdentityThing; onClose(): void }) {
  const t = useTranslations()
  const id = useId()
  const [edited, setEdited] = useState(false)
  const { mutateAsync, isPending, error } = useIdentityChange(
    (password: string) => changeThing('user', user.id, { password }),
    () => t('adminIdentity.passwordSet', { name: user.name }),
  )
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await mutateAsync(String(new FormData(event.currentTarget).get('password') ?? '')).then(onClose, () => undefined)
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('adminIdentity.passwordOf', { name: user.name })}
      lead={t('adminIdentity.passwordText')}
      unsaved={edited}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={`${id}form`} disabled={isPending}>
            {t('adminIdentity.password')}
          </Button>
        </>
      }
    >
      <form id={`${id}form`} onSubmit={submit} onInput={() => setEdited(true)} className="space-y-4">
        {error && <ProblemNotice error={error} />}
        <NewPasswordField id={id} />
      </form>
    </Sheet>
  )
}
