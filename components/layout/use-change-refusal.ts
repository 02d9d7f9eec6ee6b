'use client'

import { useTranslations } from 'use-intl'
import { useSignedIn } from './session'

/** Why the person may not make, fill or delete images here, and who can help; null where they may. */
export function useChangeRefusal(): string | null {
  const t = useTranslations('project')
  const { roles, project } = useSignedIn()
  if (roles.includes('member') || roles.includes('admin')) return null
  return t('needsMember', { project: project.name })
}
