'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass, Field } from '@/components/form/field'
import { TextInput } from '@/components/form/text-input'
import {
  type DraftMisfits,
  hasChoices,
  limitsOf,
  linesOf,
  type PropertyDraft,
  type PropertyType,
} from '@/lib/client/metadefs/property-draft'
import { propertyTypes } from '@/lib/contract/metadef-words'

interface Props {
  draft: PropertyDraft
  misfits: DraftMisfits
  onChange(draft: PropertyDraft): void
}

type TextField = { [K in keyof PropertyDraft]: PropertyDraft[K] extends string ? K : never }[keyof PropertyDraft]

/** The fields of a property's definition, as its type asks for them. */
export function PropertyFields({ draft, misfits, onChange }: Props) {
  const t = useTranslations('metadefs')
  const set = (changes: Partial<PropertyDraft>) => onChange({ ...draft, ...changes })
  const text = (name: TextField) => ({
    value: draft[name],
    error: misfits[name] && t(`draftMisfit.${misfits[name]}`),
    onChange: (value: string) => set({ [name]: value }),
  })
  const limits = limitsOf[draft.type]
  return (
    <>
      <TextInput label={t('field.name')} hint={t('hint.name')} mono {...text('name')} />
      <TextInput label={t('field.title')} {...text('title')} />
      <TextInput label={t('field.description')} rows={3} {...text('description')} />
      <TypeField label={t('field.type')} value={draft.type} onChange={(type) => set({ type: type || 'string' })} />
      {limits && (
        <div className="grid gap-4 sm:grid-cols-2">
          {limits.map((limit) => (
            <TextInput key={limit} type="number" label={t(`field.${limit}`)} {...text(limit)} />
          ))}
        </div>
      )}
      {hasChoices(draft.type) && <TextInput label={t('field.enum')} hint={t('hint.lines')} rows={4} mono {...text('enum')} />}
      {draft.type === 'string' && <TextInput label={t('field.pattern')} mono {...text('pattern')} />}
      {draft.type === 'array' && (
        <>
          <TypeField label={t('field.itemType')} value={draft.itemType} optional onChange={(itemType) => set({ itemType })} />
          <TextInput label={t('field.itemEnum')} hint={t('hint.lines')} rows={4} mono {...text('itemEnum')} />
          <Checkbox
            label={t('field.uniqueItems')}
            checked={draft.uniqueItems}
            onChange={(event) => set({ uniqueItems: event.target.checked })}
          />
        </>
      )}
      <DefaultField draft={draft} field={text('default')} />
      <TextInput label={t('field.operators')} hint={t('hint.operators')} rows={2} mono {...text('operators')} />
      <Checkbox
        label={t('field.readonly')}
        checked={draft.readonly}
        onChange={(event) => set({ readonly: event.target.checked })}
      />
    </>
  )
}

interface TypeProps {
  label: string
  value: PropertyType | ''
  optional?: boolean
  onChange(type: PropertyType | ''): void
}

function TypeField({ label, value, optional = false, onChange }: TypeProps) {
  const t = useTranslations('metadefs')
  const id = useId()
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as PropertyType | '')}
        className={controlClass}
      >
        {optional && <option value="">{t('anyValue')}</option>}
        {propertyTypes.map((type) => (
          <option key={type} value={type}>
            {t('typeName', { name: t(`type.${type}`), type })}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface DefaultProps {
  draft: PropertyDraft
  field: { value: string; error: string | undefined; onChange(value: string): void }
}

/** The default is chosen where there are choices, and typed where there are none. */
function DefaultField({ draft, field }: DefaultProps) {
  const t = useTranslations('metadefs')
  const id = useId()
  const choices = draft.type === 'boolean' ? ['true', 'false'] : hasChoices(draft.type) ? linesOf(draft.enum) : []
  if (choices.length === 0) return <TextInput label={t('field.default')} mono {...field} />
  return (
    <Field id={id} label={t('field.default')} error={field.error}>
      <select id={id} value={field.value} onChange={(event) => field.onChange(event.target.value)} className={controlClass}>
        <option value="">{t('noDefault')}</option>
        {[...new Set([...choices, ...(field.value === '' ? [] : [field.value])])].map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </Field>
  )
}
