'use client'

import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { type Directory, type IdentityThing, isNameTaken, type ThingKind } from '@/lib/client/identity'
import { misfitOf, type ThingField, thingFields } from '@/lib/client/identity-edit'
import { isOfService, isOwn } from '@/lib/client/identity-kept'
import { isNotThere } from '@/lib/client/not-there'
import { builtIn } from '@/lib/contract/built-in-identity'
import { ThingNameField } from './thing-name-field'
import { useMisfitText } from './use-misfit-text'
import { useThingEdit } from './use-thing-edit'
import { useThingForm } from './use-thing-form'

interface Props {
  kind: ThingKind
  thing: IdentityThing
  directory: Directory
  onClose(): void
}

/** Renames a user, project or domain, and changes what is said of it. */
export function EditThingSheet({ kind, thing, directory, onClose }: Props) {
  const t = useTranslations()
  const id = useId()
  const edit = useThingEdit({ kind, thing, onDone: onClose })
  const { form, checked, check } = useThingForm(edit.error)
  const unsaved = Object.keys(edit.changes).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!check(thingFields.every((field) => !misfitOf(field, edit.texts[field])))) return
    if (unsaved) edit.save()
    else onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(`adminIdentity.editTitle.${kind}`, { name: thing.name })}
      lead={t(`adminIdentity.editText.${kind}`)}
      unsaved={unsaved}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={id} disabled={edit.isPending}>
            {t('adminIdentity.save')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="space-y-4">
        <Trouble error={edit.error} overtaken={edit.overtaken.length > 0} />
        <Fields {...{ kind, thing, directory, checked, edit }} />
      </form>
    </Sheet>
  )
}

interface FieldsProps extends Omit<Props, 'onClose'> {
  checked: boolean
  edit: ReturnType<typeof useThingEdit>
}

function Fields({ kind, thing, directory, checked, edit }: FieldsProps) {
  const t = useTranslations('adminIdentity')
  const misfitText = useMisfitText()
  const { before, texts, changes, overtaken } = edit
  const kept = isOfService({ kind, thing })
  const now = (field: ThingField) => {
    if (!overtaken.includes(field)) return undefined
    return before[field] === '' ? t('nowEmpty') : t('nowText', { text: before[field] })
  }
  const common = (field: ThingField) => ({
    label: t(field),
    value: texts[field],
    onChange: (text: string) => edit.setTexts({ ...texts, [field]: text }),
    hint: now(field),
    error: misfitText(misfitOf(field, texts[field])),
  })
  return (
    <>
      <ThingNameField
        value={texts.name}
        taken={edit.taken}
        checked={checked}
        readOnly={kept}
        hint={kept ? t(`kept.service.${kind}`) : now('name')}
        onChange={(name) => edit.setTexts({ ...texts, name })}
      />
      <NameNotes kind={kind} thing={thing} directory={directory} renamed={changes.name !== undefined} />
      {kind === 'user' && <TextInput {...common('email')} inputMode="email" autoComplete="off" />}
      <TextInput {...common('description')} rows={3} />
    </>
  )
}

/** Why the last attempt has changed nothing; a name that is taken is said beside the name. */
function Trouble({ error, overtaken }: { error: Error | null; overtaken: boolean }) {
  const t = useTranslations('adminIdentity')
  if (overtaken) {
    return (
      <Notice tone="attention" role="alert" title={t('changedMeanwhile')}>
        <p>{t('changedMeanwhileText')}</p>
      </Notice>
    )
  }
  if (!error || isNameTaken(error)) return null
  if (!isNotThere(error)) return <ProblemNotice error={error} />
  return (
    <Notice tone="failed" role="alert" title={t('goneMeanwhile')}>
      <p>{t('goneMeanwhileText')}</p>
    </Notice>
  )
}

interface NotesProps extends Pick<Props, 'kind' | 'thing' | 'directory'> {
  renamed: boolean
}

/** What a new name means for whoever gives it. */
function NameNotes({ kind, thing, directory, renamed }: NotesProps) {
  const t = useTranslations('adminIdentity')
  const own = isOwn({ kind, thing }, useSignedIn(), directory)
  const first = kind === 'user' && thing.domain_id === builtIn.domainId && thing.name === builtIn.adminUser
  return (
    <div role="status" className="space-y-2 text-attention text-table empty:hidden">
      {renamed && own && <p>{t(`renameOwn.${kind}`)}</p>}
      {renamed && first && <p>{t('renameFirst', { variable: 'VITRINE_ADMIN_PASSWORD' })}</p>}
    </div>
  )
}
