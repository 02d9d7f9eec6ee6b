'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { createThing, type Directory, isNameTaken, type NewThing, type ThingKind } from '@/lib/client/identity'
import { misfitOf } from '@/lib/client/identity-edit'
import { NewPasswordField } from './new-password-field'
import { ThingNameField } from './thing-name-field'
import { useIdentityChange } from './use-identity-change'

interface Props {
  kind: ThingKind
  directory: Directory
  onClose(): void
}

/** Makes a user, a project or a domain. */
export function CreateThingSheet({ kind, directory, onClose }: Props) {
  const t = useTranslations()
  const id = useId()
  const [edited, setEdited] = useState(false)
  const [name, setName] = useState('')
  const [checked, setChecked] = useState(false)
  const { mutateAsync, isPending, error, variables } = useIdentityChange(
    (fields: NewThing) => createThing(kind, fields),
    (made) => t('adminIdentity.made', { name: made.name }),
    { quiet: true },
  )
  const taken = isNameTaken(error)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setChecked(true)
    if (misfitOf('name', name)) return
    const given = new FormData(event.currentTarget)
    const text = (field: string) => String(given.get(field) ?? '')
    const fields: NewThing = {
      name: name.trim(),
      ...(kind !== 'domain' && { domain_id: text('domain') }),
      ...(kind === 'user' && { password: text('password') }),
    }
    await mutateAsync(fields).then(onClose, () => undefined)
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(`adminIdentity.create.${kind}`)}
      lead={t(`adminIdentity.createText.${kind}`)}
      unsaved={edited}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={id} disabled={isPending}>
            {t(`adminIdentity.create.${kind}`)}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} onInput={() => setEdited(true)} className="space-y-4">
        {error && !taken && <ProblemNotice error={error} />}
        <ThingNameField
          id={`${id}name`}
          value={name}
          taken={taken && variables?.name === name.trim()}
          checked={checked}
          onChange={setName}
        />
        {kind !== 'domain' && (
          <Field id={`${id}domain`} label={t('adminIdentity.domain')}>
            <select id={`${id}domain`} name="domain" className={controlClass}>
              {directory.domains.map((domain) => (
                <option key={domain.id} value={domain.id}>
                  {domain.name}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'user' && <NewPasswordField id={`${id}password`} />}
      </form>
    </Sheet>
  )
}
