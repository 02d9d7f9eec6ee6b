'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import { useIsSent } from '@/components/uploads/upload-provider'
import type { ImageStatus, ImageView } from '@/lib/client/image-view'

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

/** How an image stands; to the service, one whose data are on their way from this browser is queued like one without any. */
export function ImageState({ image: { id, status } }: { image: ImageView }) {
  const sent = useIsSent(id)
  return <ImageStatusBadge status={status === 'queued' && sent ? 'uploading' : status} />
}
