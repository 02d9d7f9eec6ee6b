'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { useChanged } from '@/components/form/use-changed'
import { nameMisfit } from '@/lib/client/metadefs/part-name'
import type { PartSheetProps } from './part-sheet'
import { SheetForm } from './sheet-form'
import { usePartForm } from './use-part-form'

/** A tag of a namespace, to be named. */
export function TagSheet(props: PartSheetProps<'tags'>) {
  const t = useTranslations('metadefs')
  const [name, setName] = useState(props.part?.name ?? '')
  const { taken, checked, form, save } = usePartForm('tags', props)
  const misfit = nameMisfit(name.trim(), taken)
  return (
    <SheetForm
      {...form}
      unsaved={useChanged(name)}
      lead={t('tagLead')}
      onSubmit={() => save({ name: name.trim() }, misfit === null)}
    >
      <TextInput
        label={t('field.name')}
        value={name}
        onChange={setName}
        error={checked && misfit ? t(`nameMisfit.${misfit}`) : undefined}
      />
    </SheetForm>
  )
}
