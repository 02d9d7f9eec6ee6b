'use client'

import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { putOffQuery } from '@/lib/client/put-off-shares'
import { shareQueries } from '@/lib/client/sharing'

/** How many images wait for an answer of this project, without those put off. Nothing while none does. */
export function SharesBadge() {
  const t = useTranslations('shares')
  const { user, project } = useSignedIn()
  const { data } = useQuery(shareQueries.pending(project.id))
  const { data: putOff = [] } = useQuery(putOffQuery(user.id))
  if (!data) return null
  const count = data.counts.pending - data.shares.filter(({ image }) => putOff.includes(image.id)).length
  if (count <= 0) return null
  return (
    <Link
      href="/shares"
      aria-label={t('badge', { count })}
      className="flex h-8 items-center gap-1.5 rounded-control bg-attention-soft px-2 font-medium text-attention text-meta tabular-nums"
    >
      <Inbox size={14} aria-hidden />
      <span aria-hidden>{count}</span>
    </Link>
  )
}
