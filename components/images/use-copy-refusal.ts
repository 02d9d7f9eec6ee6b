'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/components/layout/use-refusal'
import { type ImageView, storesOf } from '@/lib/client/image-view'
import { hasTarget, storeChoicesQuery } from '@/lib/client/store-choices'
import { importMethodsQuery } from '@/lib/client/stores'
import { useImageRefusal } from './use-image-refusal'

/** Why an image's data cannot be copied to another store; null where they can. */
export function useCopyRefusal(image: ImageView): Refusal | null {
  const t = useTranslations('storeCopy')
  const policy = useImageRefusal('copy_image', image)
  const { data: stores } = useQuery(storeChoicesQuery)
  const { data: methods } = useQuery(importMethodsQuery)
  const because = (text: string): Refusal => ({ action: 'copy_image', imageId: image.id, text })
  // What no role would change comes first.
  if (stores && !hasTarget(stores, storesOf(image))) return because(t('oneStore'))
  if (methods && !methods.includes('copy-image')) return because(t('methodOff'))
  if (policy) return policy
  return image.status === 'active' ? null : because(t('notActive'))
}
