'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import type { Refusal } from '@/components/layout/use-refusal'
import { explanationQuery } from '@/lib/client/explanations'

/** Why the person may not do what Glance leaves to administrators, such as `copy_image`; null where they may. */
export function useAdminRefusal(action: string): Refusal | null {
  const t = useTranslations('permitted')
  const { roles, project } = useSignedIn()
  const expected = roles.includes('admin')
  const { data } = useQuery({ ...explanationQuery({ action }, project.id), enabled: !expected })
  if (expected || data?.decision.allowed) return null
  return { action, text: t('adminOnly') }
}
