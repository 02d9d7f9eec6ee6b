'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { useChanged } from '@/components/form/use-changed'
import { useSignedIn } from '@/components/layout/session'
import { metadefQueries } from '@/lib/client/metadefs/namespaces'
import { nameMisfit, tooLong } from '@/lib/client/metadefs/part-name'
import type { PartSheetProps } from './part-sheet'
import { SheetForm } from './sheet-form'
import { usePartForm } from './use-part-form'

/** What Horizon and the clients know as targets of properties. */
const targets = ['image', 'metadata', 'scheduler_hints']

/** On which type of resource a namespace is used, and how its names begin there. */
export function AssociationSheet(props: PartSheetProps<'resource_types'>) {
  const t = useTranslations('metadefs')
  const { project } = useSignedIn()
  const { data: known = [] } = useQuery(metadefQueries.resourceTypes(project.id))
  const [name, setName] = useState(props.part?.name ?? '')
  const [prefix, setPrefix] = useState(props.part?.prefix ?? '')
  const [target, setTarget] = useState(props.part?.properties_target ?? '')
  const { taken, checked, form, save } = usePartForm('resource_types', props)
  const misfit = nameMisfit(name.trim(), taken)
  const wrong = misfit !== null || tooLong(prefix) || tooLong(target)
  const association = {
    name: name.trim(),
    ...(prefix.trim() && { prefix: prefix.trim() }),
    ...(target.trim() && { properties_target: target.trim() }),
  }
  return (
    <SheetForm {...form} unsaved={useChanged(association)} lead={t('associationLead')} onSubmit={() => save(association, !wrong)}>
      <TextInput
        label={t('resourceType')}
        value={name}
        onChange={setName}
        suggestions={known.filter((type) => !taken.includes(type))}
        error={checked && misfit ? t(`nameMisfit.${misfit}`) : undefined}
        mono
      />
      <TextInput
        label={t('field.prefix')}
        hint={t('hint.prefix')}
        value={prefix}
        onChange={setPrefix}
        error={tooLong(prefix) ? t('nameMisfit.long') : undefined}
        mono
      />
      <TextInput
        label={t('field.target')}
        hint={t('hint.target')}
        value={target}
        onChange={setTarget}
        suggestions={targets}
        error={tooLong(target) ? t('nameMisfit.long') : undefined}
        mono
      />
    </SheetForm>
  )
}
