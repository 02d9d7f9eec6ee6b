'use client'

import { useTranslations } from 'use-intl'
import type { misfitOf } from '@/lib/client/identity-edit'

/** Says what is wrong with a text of a user, project or domain; undefined where nothing is. */
export function useMisfitText(): (misfit: ReturnType<typeof misfitOf>) => string | undefined {
  const t = useTranslations('adminIdentity')
  return (misfit) => {
    if (!misfit) return undefined
    if (misfit.kind === 'missing') return t('nameRequired')
    return t('textTooLong', { most: String(misfit.most), count: String(misfit.count) })
  }
}
