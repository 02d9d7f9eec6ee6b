'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Skeleton, SkeletonLines } from '@/components/ui/skeleton'
import { type Asked, explanationQuery } from '@/lib/client/explanations'
import { ExplanationView } from './explanation-view'

/** What the server says of an action: who can change it, the rule, the person's roles, and what did not hold. */
export function WhyDetails({ asked }: { asked: Asked }) {
  const t = useTranslations('why')
  const { project } = useSignedIn()
  // What was true when the page asked need not be true any more.
  const { data, error, isFetching } = useQuery({ ...explanationQuery(asked, project.id), refetchOnMount: 'always' })
  if (error) return <p className="text-table">{t('failed')}</p>
  if (!data || (data.allowed && isFetching)) return <Loading />
  if (data.allowed) return <p className="text-table">{t('allowedNow')}</p>
  return <ExplanationView explanation={data} />
}

function Loading() {
  const t = useTranslations('why')
  return (
    <div role="status" aria-label={t('loading')} className="space-y-2">
      <Skeleton className="h-4 w-48" />
      <SkeletonLines count={3} />
    </div>
  )
}
