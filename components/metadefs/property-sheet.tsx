'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useChanged } from '@/components/form/use-changed'
import { draftMisfits, draftOf, propertyOf } from '@/lib/client/metadefs/property-draft'
import type { PartSheetProps } from './part-sheet'
import { PropertyFields } from './property-fields'
import { SheetForm } from './sheet-form'
import { usePartForm } from './use-part-form'

/** A property of a namespace, to be defined. */
export function PropertySheet(props: PartSheetProps<'properties'>) {
  const t = useTranslations('metadefs')
  const [draft, setDraft] = useState(draftOf(props.part))
  const { taken, checked, form, save } = usePartForm('properties', props)
  const misfits = draftMisfits(draft, taken)
  return (
    <SheetForm
      {...form}
      unsaved={useChanged(draft)}
      lead={t('propertyLead')}
      onSubmit={() => save(propertyOf(draft, props.part), Object.keys(misfits).length === 0)}
    >
      <PropertyFields draft={draft} misfits={checked ? misfits : {}} onChange={setDraft} />
    </SheetForm>
  )
}
