'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { UploadStage } from '@/lib/client/uploads/upload'

const tones: Record<UploadStage, Tone> = {
  waiting: 'waiting',
  starting: 'progress',
  uploading: 'progress',
  paused: 'off',
  offline: 'attention',
  retrying: 'attention',
  full: 'attention',
  signIn: 'attention',
  needsFile: 'attention',
  changed: 'attention',
  needsPermission: 'attention',
  elsewhere: 'waiting',
  otherProject: 'waiting',
  verifying: 'progress',
  publishing: 'progress',
  active: 'ok',
  failed: 'failed',
}

export function StageBadge({ stage }: { stage: UploadStage }) {
  const t = useTranslations('uploads.stage')
  return <StateBadge tone={tones[stage]}>{t(stage)}</StateBadge>
}
