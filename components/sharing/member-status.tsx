'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { MemberStatus } from '@/lib/contract/member'

const tones: Record<MemberStatus, Tone> = { pending: 'waiting', accepted: 'ok', rejected: 'off' }

/** What a project has made of an image that is shared with it. */
export function MemberStatusBadge({ status }: { status: MemberStatus }) {
  const t = useTranslations('sharing.status')
  return <StateBadge tone={tones[status]}>{t(status)}</StateBadge>
}
