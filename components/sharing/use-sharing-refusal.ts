'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import type { Refusal } from '@/components/layout/use-refusal'
import { explanationQuery } from '@/lib/client/explanations'
import type { ImageView } from '@/lib/client/image-view'

type Action = 'modify_image' | 'communitize_image' | 'publicize_image' | 'add_member' | 'delete_member' | 'modify_member'

/** Why the person may not change how an image is shared, or answer to it; null where the policy allows it. */
export function useSharingRefusal(action: Action, image: ImageView | undefined): Refusal | null {
  const t = useTranslations()
  const { roles, project } = useSignedIn()
  const admin = roles.includes('admin')
  const owns = image?.owner === project.id
  const consumer = action === 'modify_member'
  const expected = admin || (action !== 'publicize_image' && roles.includes('member') && (owns || consumer))
  const asked = { action, imageId: image?.id }
  // An inbox would ask once for each image, for the answer that is nearly always the expected one.
  const worthAsking = image !== undefined && !(consumer && expected)
  const { data } = useQuery({ ...explanationQuery(asked, project.id), enabled: worthAsking })
  if (data?.decision.allowed ?? expected) return null
  if (!owns && !consumer) return { ...asked, text: t('sharing.ownerOnly') }
  if (action === 'publicize_image') return { ...asked, text: t('sharing.adminOnly') }
  return { ...asked, text: t('project.needsMember', { project: project.name }) }
}
