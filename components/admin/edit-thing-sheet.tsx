'use client'

import { clsx } from 'clsx'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { type Directory, type IdentityThing, isNameTaken, type ThingKind } from '@/lib/client/identity'
import { changedTexts, misfitOf, type ThingField, type ThingTexts, textsOf, thingFields } from '@/lib/client/identity-edit'
import { isOfService, isOwn } from '@/lib/client/identity-kept'
import { isNotThere } from '@/lib/client/not-there'
import { builtIn } from '@/lib/contract/built-in-identity'
import { ThingNameField } from './thing-name-field'
import { useMisfitText } from './use-misfit-text'
import { useThingEdit } from './use-thing-edit'

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
  const [opened] = useState(thing)
  const [texts, setTexts] = useState(() => textsOf(opened))
  const [checked, setChecked] = useState(false)
  const edit = useThingEdit({ kind, thing: opened, onDone: onClose, onSeen: (now) => setTexts({ ...texts, ...now }) })
  const changes = changedTexts(edit.before, texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (thingFields.some((field) => misfitOf(field, texts[field]))) return
    if (Object.keys(changes).length === 0) onClose()
    else edit.save(texts)
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(`adminIdentity.editTitle.${kind}`, { name: opened.name })}
      lead={t(`adminIdentity.editText.${kind}`)}
      unsaved={Object.keys(changes).length > 0}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" type="submit" form={`${id}form`} disabled={edit.isPending}>
            {t('adminIdentity.save')}
          </Button>
        </>
      }
    >
      <form id={`${id}form`} onSubmit={submit} className="space-y-4">
        <Trouble error={edit.error} overtaken={edit.overtaken.length > 0} />
        <Fields
          {...{ kind, directory, texts, checked, edit }}
          thing={opened}
          renamed={changes.name !== undefined}
          onChange={setTexts}
        />
      </form>
    </Sheet>
  )
}

interface FieldsProps extends Omit<Props, 'onClose'> {
  texts: ThingTexts
  checked: boolean
  edit: ReturnType<typeof useThingEdit>
  renamed: boolean
  onChange(texts: ThingTexts): void
}

function Fields({ kind, thing, directory, texts, checked, edit, renamed, onChange }: FieldsProps) {
  const t = useTranslations('adminIdentity')
  const id = useId()
  const kept = isOfService({ kind, thing })
  const now = (field: ThingField) => {
    if (!edit.overtaken.includes(field)) return undefined
    const text = edit.before[field]
    return text === '' ? t('nowEmpty') : t('nowText', { text })
  }
  const textField = (field: 'email' | 'description') => (
    <TextField
      id={id + field}
      field={field}
      texts={texts}
      hint={now(field)}
      onChange={(text) => onChange({ ...texts, [field]: text })}
    />
  )
  return (
    <>
      <ThingNameField
        id={`${id}name`}
        value={texts.name}
        taken={edit.takenName !== null && edit.takenName === texts.name.trim()}
        checked={checked}
        disabled={kept}
        hint={kept ? t(`kept.service.${kind}`) : now('name')}
        onChange={(name) => onChange({ ...texts, name })}
      />
      <NameNotes kind={kind} thing={thing} directory={directory} renamed={renamed} />
      {kind === 'user' && textField('email')}
      {textField('description')}
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
  const { user, project } = useSignedIn()
  const own = isOwn({ kind, thing }, { userId: user.id, projectId: project.id }, directory)
  const first = kind === 'user' && thing.domain_id === builtIn.domainId && thing.name === builtIn.adminUser
  return (
    <div role="status" className="space-y-2 text-attention text-table empty:hidden">
      {renamed && own && <p>{t(`renameOwn.${kind}`)}</p>}
      {renamed && first && <p>{t('renameFirst', { variable: 'VITRINE_ADMIN_PASSWORD' })}</p>}
    </div>
  )
}

interface TextProps {
  id: string
  field: 'email' | 'description'
  texts: ThingTexts
  hint: string | undefined
  onChange(text: string): void
}

function TextField({ id, field, texts, hint, onChange }: TextProps) {
  const t = useTranslations('adminIdentity')
  const error = useMisfitText()(misfitOf(field, texts[field]))
  const common = {
    id,
    value: texts[field],
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy(id),
  }
  return (
    <Field id={id} label={t(field)} error={error} hint={hint}>
      {field === 'email' ? (
        <input {...common} type="text" inputMode="email" autoComplete="off" className={controlClass} />
      ) : (
        <textarea {...common} rows={3} className={clsx(controlClass, 'h-auto py-1')} />
      )}
    </Field>
  )
}
