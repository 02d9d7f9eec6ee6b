'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { ExplanationView } from '@/components/explanations/explanation-view'
import { useSignedIn } from '@/components/layout/session'
import { LoadingBlock } from '@/components/ui/loading-block'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { explanationQuery } from '@/lib/client/explanations'
import type { Explanation } from '@/lib/contract/explanation'

interface Props {
  /** The policy that everything on the page needs. */
  action: string
  children: ReactNode
}

/**
 * Shows a page of administration to whom its policy lets in, and to others why it does not and who can grant it. Without the
 * role that Glance asks for, the server is asked, because the operator's rules may say otherwise.
 */
export function Permitted({ action, children }: Props) {
  const t = useTranslations('permitted')
  const { roles, project } = useSignedIn()
  const expected = roles.includes('admin')
  const { data, error, refetch } = useQuery({ ...explanationQuery({ action }, project.id), enabled: !expected })
  if (expected || data?.decision.allowed) return children
  if (data) return <Forbidden explanation={data} />
  if (error) return <ProblemNotice error={error} onRetry={refetch} />
  return (
    <LoadingBlock label={t('asking')} className="max-w-180">
      <SkeletonCard lines={4} />
    </LoadingBlock>
  )
}

function Forbidden({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('permitted')
  const { project } = useSignedIn()
  const id = useId()
  return (
    <section aria-labelledby={id} className="max-w-180 space-y-3 rounded-card border border-hairline bg-surface p-4">
      <div>
        <h2 id={id} className="font-semibold text-section">
          {t('title')}
        </h2>
        <p className="text-muted text-table">{t('text', { project: project.name })}</p>
      </div>
      <ExplanationView explanation={explanation} />
    </section>
  )
}
