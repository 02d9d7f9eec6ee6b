'use client'

import { useTranslations } from 'use-intl'
import { policyActions } from '@/lib/client/policy-actions'

type Action = (typeof policyActions)[keyof typeof policyActions][number]

const known: ReadonlySet<string> = new Set(Object.values(policyActions).flat())

/** What a policy lets somebody do, in words; undefined for one of which there are none. */
export function useActionWords(): (action: string) => string | undefined {
  const t = useTranslations('diagnostics.action')
  return (action) => (known.has(action) ? t(action as Action) : undefined)
}
