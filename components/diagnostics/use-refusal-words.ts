'use client'

import { useTranslations } from 'use-intl'
import type { RefusedRequest } from '@/lib/contract/refused-request'

const generals = [401, 404] as const

/**
 * Why a request was refused, in the page's language: by its reason, else by its policy, else by its status; null where it is
 * about the state of things, of which only the service's own words tell.
 */
export function useRefusalWords(): (refusal: RefusedRequest) => string | null {
  const t = useTranslations('diagnostics')
  return ({ reason, status, decision }) => {
    if (reason) return t(`reason.${reason}`)
    if (status === 403 && decision) return t('story.policy', { action: decision.action })
    const general = generals.find((known) => known === status)
    return general ? t(`general.${general}`) : null
  }
}
