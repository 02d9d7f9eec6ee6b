'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, Field } from '@/components/form/field'
import { useChanged } from '@/components/form/use-changed'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { createThing, type Directory, isNameTaken, type NewThing, type ThingKind } from '@/lib/client/identity'
import { misfitOf } from '@/lib/client/identity-edit'
import { NewPasswordField } from './new-password-field'
import { ThingNameField } from './thing-name-field'
import { useIdentityChange } from './use-identity-change'
import { useThingForm } from './use-thing-form'

interface Props {
  kind: ThingKind
  directory: Directory
  onClose(): void
}

/** Makes a user, a project or a domain. */
export function CreateThingSheet({ kind, directory, onClose }: Props) {
  const t = useTranslations()
  const id = useId()
  const [given, setGiven] = useState({ name: '', domain: directory.domains[0]?.id ?? '', password: '' })
  const give = (field: keyof typeof given) => (text: string) => setGiven({ ...given, [field]: text })
  const { mutate, isPending, error, variables } = useIdentityChange(
    (fields: NewThing) => createThing(kind, fields),
    (made) => t('adminIdentity.made', { name: made.name }),
    { quiet: true },
  )
  const { form, checked, check } = useThingForm(error)
  const taken = isNameTaken(error)
  const name = given.name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!check(!misfitOf('name', name) && (kind !== 'user' || given.password !== ''))) return
    const fields: NewThing = {
      name,
      ...(kind !== 'domain' && { domain_id: given.domain }),
      ...(kind === 'user' && { password: given.password }),
    }
    mutate(fields, { onSuccess: onClose })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(`adminIdentity.create.${kind}`)}
      lead={t(`adminIdentity.createText.${kind}`)}
      unsaved={useChanged(given)}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={id} disabled={isPending}>
            {t(`adminIdentity.create.${kind}`)}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="space-y-4">
        {error && !taken && <ProblemNotice error={error} />}
        <ThingNameField value={given.name} taken={taken && variables?.name === name} checked={checked} onChange={give('name')} />
        {kind !== 'domain' && (
          <Field id={`${id}domain`} label={t('adminIdentity.domain')}>
            <select
              id={`${id}domain`}
              value={given.domain}
              onChange={({ target }) => give('domain')(target.value)}
              className={controlClass}
            >
              {directory.domains.map((domain) => (
                <option key={domain.id} value={domain.id}>
                  {domain.name}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'user' && <NewPasswordField value={given.password} checked={checked} onChange={give('password')} />}
      </form>
    </Sheet>
  )
}
