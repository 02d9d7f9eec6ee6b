'use client'

import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import type { Refusal } from '@/components/layout/use-refusal'
import type { ImageView } from '@/lib/client/image-view'
import { useImageRefusal } from './use-image-refusal'

/** Why the person may not download an image; null where they may. What is deactivated only administrators get. */
export function useDownloadRefusal(image: ImageView | undefined): Refusal | null {
  const t = useTranslations('imageActions')
  const { roles } = useSignedIn()
  const refusal = useImageRefusal('download_image', image)
  const deactivated = image?.status === 'deactivated'
  const reactivation = useImageRefusal('reactivate', deactivated ? image : undefined)
  if (refusal || !deactivated || roles.includes('admin')) return refusal
  return { action: 'download_image', imageId: image?.id, text: t(reactivation ? 'deactivatedOthers' : 'deactivatedMine') }
}
