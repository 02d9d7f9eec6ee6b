'use client'

import { useTranslations } from 'use-intl'
import type { RefusedRequest } from '@/lib/contract/refused-request'

// A 403 without a rule is about the state of things, of which only the service's own words tell.
const generals = [401, 404, 413] as const

/** Why a request was refused, in the page's language: by its reason, else by its policy, else by its status. */
export function useRefusalWords(): (refusal: RefusedRequest) => string {
  const t = useTranslations('diagnostics')
  return ({ reason, status, decision }) => {
    if (reason) return t(`reason.${reason}`)
    if (status === 403 && decision) return t('story.policy', { action: decision.action })
    const general = generals.find((known) => known === status)
    return t(`general.${general ?? 'other'}`)
  }
}
