'use client'

import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { isProblem, type Problem } from '@/lib/contract/problem'

interface Page {
  /** Why the page could not be had. */
  error: Error | null
  /** The entries that ended the pages before this one. */
  after: readonly string[]
  /** Shows the page before in place of this one. */
  onBack(): void
}

/** Leads back where the entry after which a page begins is gone: the server can tell no more what follows it. */
export function useGoneMarker({ error, after, onBack }: Page) {
  const t = useTranslations('images')
  const goneAt = isProblem(error) && isGone(error) ? after.length : 0
  const leadBack = useEffectEvent(() => {
    toast.success(t('markerGone'))
    onBack()
  })
  useEffect(() => {
    if (goneAt > 0) leadBack()
  }, [goneAt])
}

/** Lists of images and tasks, and those of metadata definitions, each say it in their way. */
function isGone({ kind }: Problem): boolean {
  return kind === 'badRequest' || kind === 'notFound'
}
