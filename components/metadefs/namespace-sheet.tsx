'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, Field } from '@/components/form/field'
import { TextInput } from '@/components/form/text-input'
import { useChanged } from '@/components/form/use-changed'
import { namespaceHref } from '@/lib/client/metadefs/namespace-search'
import { nameMisfit, tooLong } from '@/lib/client/metadefs/part-name'
import { attributesOf, type NamespaceAttributes } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { namespaceVisibilities } from '@/lib/contract/metadef-words'
import { SheetForm } from './sheet-form'
import { useMetadefWrite } from './use-metadef-write'

const longestDescription = 500

interface Props {
  /** What is edited; without it a new one is made. */
  namespace?: NamespaceView
  onClose(): void
}

/** What a namespace says of itself, to be made or changed. */
export function NamespaceSheet({ namespace, onClose }: Props) {
  const t = useTranslations('metadefs')
  const router = useRouter()
  const [fields, setFields] = useState<NamespaceAttributes>(namespace ? attributesOf(namespace) : { namespace: '' })
  const [checked, setChecked] = useState(false)
  const set = (changes: Partial<NamespaceAttributes>) => setFields({ ...fields, ...changes })
  const attributes = trimmed(fields)
  const write = useMetadefWrite({
    namespace: namespace?.namespace ?? attributes.namespace,
    done: t(namespace ? 'saved' : 'created', { name: attributes.namespace }),
    onDone: () => {
      if (attributes.namespace !== namespace?.namespace) router.push(namespaceHref(attributes.namespace))
      onClose()
    },
  })
  const misfit = nameMisfit(attributes.namespace, [])
  const longName = tooLong(attributes.display_name)
  const longText = tooLong(attributes.description, longestDescription)
  const submit = () => {
    setChecked(true)
    if (misfit || longName || longText) return
    write.mutate(namespace ? { op: 'describe', attributes } : { op: 'create', definition: attributes })
  }
  return (
    <SheetForm
      title={namespace ? t('editTitle', { name: namespace.namespace }) : t('create')}
      lead={t('namespaceLead')}
      submitLabel={t(namespace ? 'save' : 'create')}
      pending={write.isPending}
      error={write.error}
      unsaved={useChanged(fields)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('field.namespace')}
        hint={t('hint.namespace')}
        value={fields.namespace}
        onChange={(value) => set({ namespace: value })}
        error={checked && misfit ? t(`nameMisfit.${misfit}`) : undefined}
        mono
      />
      <TextInput
        label={t('field.displayName')}
        value={fields.display_name ?? ''}
        onChange={(value) => set({ display_name: value })}
        error={longName ? t('nameMisfit.long') : undefined}
      />
      <TextInput
        label={t('field.description')}
        value={fields.description ?? ''}
        onChange={(value) => set({ description: value })}
        error={longText ? t('longText', { most: longestDescription }) : undefined}
        rows={4}
      />
      <VisibilityField value={fields.visibility ?? 'private'} onChange={(visibility) => set({ visibility })} />
      <Checkbox
        label={t('field.protected')}
        checked={fields.protected ?? false}
        onChange={(event) => set({ protected: event.target.checked })}
      />
    </SheetForm>
  )
}

type Visibility = NamespaceView['visibility']

function VisibilityField({ value, onChange }: { value: Visibility; onChange(value: Visibility): void }) {
  const t = useTranslations()
  const id = useId()
  return (
    <Field id={id} label={t('images.visibility')} hint={t(`metadefs.visibilityHint.${value}`)}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Visibility)} className={controlClass}>
        {namespaceVisibilities.map((visibility) => (
          <option key={visibility} value={visibility}>
            {t(`visibility.${visibility}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Without what was left empty: the API takes that for not set. */
function trimmed({ namespace, display_name, description, ...rest }: NamespaceAttributes): NamespaceAttributes {
  const [name, shown, text] = [namespace.trim(), display_name?.trim(), description?.trim()]
  return { ...rest, namespace: name, ...(shown && { display_name: shown }), ...(text && { description: text }) }
}
