'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { TaskStatus } from '@/lib/contract/task'

const tones: Record<TaskStatus, Tone> = { pending: 'waiting', processing: 'progress', success: 'ok', failure: 'failed' }

/** How far a task is, by the same words wherever tasks are shown. */
export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  const t = useTranslations('adminTasks.statusName')
  return <StateBadge tone={tones[status]}>{t(status)}</StateBadge>
}
