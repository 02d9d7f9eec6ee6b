'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { QueryProblem } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { SkeletonLines } from '@/components/ui/skeleton'
import { usageQuery, usageSearch } from '@/lib/client/usage'
import type { UsageOverviewView } from '@/lib/contract/usage-overview'
import { Permitted } from './permitted'
import { UsageHistory } from './usage-history'
import { UsageTable } from './usage-table'

/** What projects use of what they may, now and lately. */
export function QuotasPage() {
  const t = useTranslations('adminQuotas')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="context_is_admin">
        <Quotas />
      </Permitted>
    </>
  )
}

function Quotas() {
  const t = useTranslations('adminQuotas')
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(usageSearch, { history: 'push', scroll: false })
  const query = useQuery(usageQuery(project.id))
  const { data, error } = query
  const chosen = data?.projects.find(({ project_id }) => project_id === search.project)
  return (
    <div className="space-y-6">
      <QueryProblem query={query} />
      {data && <Limits overview={data} />}
      {!data && !error && <SkeletonLines count={1} />}
      <UsageHistory
        of={search.project}
        days={search.days}
        limits={chosen?.limits ?? null}
        onDays={(days) => void set({ days })}
        onAll={() => void set({ project: null })}
      />
      {data?.projects.length === 0 ? (
        <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">{t('none')}</p>
      ) : (
        (data || !error) && (
          <UsageTable
            usages={data?.projects}
            dimmed={error !== null}
            order={search}
            onOrder={(order) => void set(order)}
            onChoose={(id) => void set({ project: id })}
          />
        )
      )}
      {data && (
        <p className="text-meta text-muted">
          {t('counted')} <Moment at={data.counted_at} />
        </p>
      )}
    </div>
  )
}

function Limits({ overview: { limited_by, problem } }: { overview: UsageOverviewView }) {
  const t = useTranslations('adminQuotas')
  if (problem)
    return (
      <Notice tone="attention" title={t('limitsUnknown')}>
        <p>{problem}</p>
        <p>{t('limitsLog')}</p>
      </Notice>
    )
  return <p className="max-w-180 text-table">{t(`limitedBy.${limited_by}`)}</p>
}
