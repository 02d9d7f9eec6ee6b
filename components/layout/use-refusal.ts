'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Asked, explanationQuery } from '@/lib/client/explanations'
import { useSignedIn } from './session'

/** Why something cannot be done, and what to ask the server about it. */
export interface Refusal extends Asked {
  text: string
}

type Action = 'add_image' | 'upload_image' | 'delete_image' | 'modify_image' | 'deactivate' | 'reactivate'

/**
 * Why the person may not make, fill, change or delete images here, and who can help; null where they may. Without the role that
 * Glance asks for, the server is asked once for each action, because the operator's rules may say otherwise.
 */
export function useRefusal(action: Action, imageId?: string): Refusal | null {
  const t = useTranslations('project')
  const { roles, project } = useSignedIn()
  const expected = roles.includes('member') || roles.includes('admin')
  const { data } = useQuery({ ...explanationQuery({ action }, project.id), enabled: !expected })
  if (expected || data?.decision.allowed) return null
  return { action, imageId, text: t('needsMember', { project: project.name }) }
}
