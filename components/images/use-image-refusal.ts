'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import type { Refusal } from '@/components/layout/use-refusal'
import { explanationQuery } from '@/lib/client/explanations'
import { projectsQuery } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'

/** Of whom Glance's rules ask what, besides administrators: a member of the owner, one of any project, or nobody. */
const expectations = {
  modify_image: 'owner',
  delete_image: 'owner',
  upload_image: 'owner',
  deactivate: 'owner',
  reactivate: 'owner',
  communitize_image: 'owner',
  add_member: 'owner',
  delete_member: 'owner',
  download_image: 'member',
  modify_member: 'member',
  publicize_image: 'nobody',
  copy_image: 'nobody',
} as const

type Action = keyof typeof expectations
/** An image whose owner is not known is taken for another project’s until the server has answered. */
type Subject = Pick<ImageView, 'id'> & Partial<Pick<ImageView, 'owner'>>

/** Why the person may not do something with an image; null where the policy allows it. */
export function useImageRefusal(action: Action, image: Subject | undefined): Refusal | null {
  const t = useTranslations()
  const { roles, project } = useSignedIn()
  const owns = image?.owner === project.id
  const of = expectations[action]
  const expected = roles.includes('admin') || (roles.includes('member') && (of === 'member' || (of === 'owner' && owns)))
  const asked = { action, imageId: image?.id }
  // An inbox would ask once for each image, for the answer that is nearly always the expected one.
  const worthAsking = image !== undefined && !(action === 'modify_member' && expected)
  // Only what the page knows already: a name is not worth a request for each image.
  const { data: projects = [] } = useQuery({ ...projectsQuery, enabled: false })
  const { data } = useQuery({ ...explanationQuery(asked, project.id), enabled: worthAsking })
  if (data?.decision.allowed ?? expected) return null
  if (of === 'nobody') return { ...asked, text: t('sharing.adminOnly') }
  if (of === 'owner' && !owns) {
    const owner = projects.find(({ id }) => id === image?.owner)?.name ?? image?.owner
    return { ...asked, text: owner ? t('sharing.ownerOnlyNamed', { project: owner }) : t('sharing.ownerOnly') }
  }
  return { ...asked, text: t('project.needsMember', { project: project.name }) }
}
