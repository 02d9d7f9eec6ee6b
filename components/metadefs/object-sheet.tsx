'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { useChanged } from '@/components/form/use-changed'
import { nameMisfit } from '@/lib/client/metadefs/part-name'
import type { PropertyInput } from '@/lib/contract/metadefs'
import { ObjectProperties } from './object-properties'
import type { PartSheetProps } from './part-sheet'
import { SheetForm } from './sheet-form'
import { usePartForm } from './use-part-form'

/** Properties that belong together, to be defined as one object. */
export function ObjectSheet(props: PartSheetProps<'objects'>) {
  const t = useTranslations('metadefs')
  const { part } = props
  const [name, setName] = useState(part?.name ?? '')
  const [description, setDescription] = useState(part?.description ?? '')
  const [properties, setProperties] = useState<PropertyInput[]>(
    Object.entries(part?.properties ?? {}).map(([key, schema]) => ({ ...schema, name: key })),
  )
  const [required, setRequired] = useState(part?.required ?? [])
  const [editing, setEditing] = useState(false)
  const { taken, checked, form, save } = usePartForm('objects', props)
  const misfit = nameMisfit(name.trim(), taken)
  const schemas = properties.map(({ name: key, ...schema }) => [key, schema] as const)
  const kept = required.filter((key) => properties.some((property) => property.name === key))
  const object = {
    name: name.trim(),
    ...(description.trim() && { description: description.trim() }),
    ...(kept.length > 0 && { required: kept }),
    ...(schemas.length > 0 && { properties: Object.fromEntries(schemas) }),
  }
  return (
    <SheetForm
      {...form}
      unsaved={useChanged(object) || editing}
      lead={t('objectLead')}
      pending={form.pending || editing}
      onSubmit={() => save(object, misfit === null)}
    >
      <TextInput
        label={t('field.name')}
        value={name}
        onChange={setName}
        error={checked && misfit ? t(`nameMisfit.${misfit}`) : undefined}
        mono
      />
      <TextInput label={t('field.description')} value={description} onChange={setDescription} rows={3} />
      <ObjectProperties
        properties={properties}
        required={required}
        onChange={setProperties}
        onRequire={setRequired}
        onEditing={setEditing}
      />
    </SheetForm>
  )
}
