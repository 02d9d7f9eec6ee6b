'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { ImageStatus } from '@/lib/client/image-view'

const tones: Record<ImageStatus, Tone> = {
  queued: 'waiting',
  saving: 'progress',
  uploading: 'progress',
  importing: 'progress',
  active: 'ok',
  deactivated: 'off',
  killed: 'failed',
  deleted: 'failed',
  pending_delete: 'attention',
}

export function ImageStatusBadge({ status }: { status: ImageStatus }) {
  const t = useTranslations('status')
  return <StateBadge tone={tones[status]}>{t(status)}</StateBadge>
}
