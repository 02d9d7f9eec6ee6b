'use client'

import { useTranslations } from 'use-intl'
import { boundsOf, controlOf, lacksValue, misfitOf } from '@/lib/client/properties/property-control'
import type { PropertySchema } from '@/lib/contract/metadefs'

interface Props {
  schema: PropertySchema | undefined
  was: string | null
  value: string
}

/** What of a value does not fit its definition; nothing where it fits. */
export function Misfit({ schema, was, value }: Props) {
  const t = useTranslations('properties')
  const misfit = lacksValue(schema, { before: was, after: value }) ? 'missing' : misfitOf(schema, value)
  if (!misfit) return null
  const { minimum = controlOf(schema).kind === 'number' ? '−∞' : 0, maximum = '∞' } = boundsOf(schema)
  return (
    <p className="text-attention text-meta">{t(`misfit.${misfit}`, { minimum: String(minimum), maximum: String(maximum) })}</p>
  )
}
