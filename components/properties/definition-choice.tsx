'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import type { DefinitionPicks } from './use-definition-picks'

/** Says that namespaces differ about a property, and lets the person choose which of them counts. */
export function DefinitionChoice({ name, picks }: { name: string; picks: DefinitionPicks }) {
  const t = useTranslations('properties')
  const id = useId()
  const { namespace, all } = picks.of(name)
  if (all.length < 2) return null
  return (
    <div className="mt-2 text-meta">
      <label htmlFor={id} className="mb-1 block text-attention">
        {t('definedApart', { name })}
      </label>
      <select id={id} value={namespace} onChange={(event) => picks.pick(name, event.target.value)} className={controlClass}>
        {all.map((definition) => (
          <option key={definition.namespace}>{definition.namespace}</option>
        ))}
      </select>
    </div>
  )
}
