'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { activityReport } from '@/lib/client/activity-report'
import { copyText } from '@/lib/client/copy-text'
import { imageAuditQuery, imageTasksQuery } from '@/lib/client/image-activity'
import type { ImageView } from '@/lib/client/image-view'

/** Puts what the page knows on the clipboard, for a ticket. */
export function ActivityReport({ image }: { image: ImageView }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { data: tasks = [] } = useQuery(imageTasksQuery(image.id, project.id))
  const { data: audit } = useInfiniteQuery(imageAuditQuery(image.id, project.id))
  const copy = async () => {
    const entries = audit?.pages.flatMap((page) => page.entries) ?? []
    const report = activityReport(image, { tasks, entries, at: new Date(), origin: window.location.origin })
    if (await copyText(report)) toast.success(t('activity.reportCopied'))
    else toast.error(t('action.copyFailed'))
  }
  return (
    <Button variant="primary" onClick={copy}>
      <ClipboardCopy size={16} aria-hidden />
      {t('activity.copyReport')}
    </Button>
  )
}
