'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { isUnsettled, servicesQuery } from '@/lib/client/services'
import { Permitted } from './permitted'
import { ServiceCard } from './service-card'

/** What the service is made of and needs, and how each part is. */
export function ServicesPage() {
  const t = useTranslations('adminServices')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<DiagnoseLink />} />
      <Permitted action="context_is_admin">
        <Services />
      </Permitted>
    </>
  )
}

function Services() {
  const t = useTranslations('adminServices')
  const { project } = useSignedIn()
  const { data, error, refetch } = useQuery(servicesQuery(project.id))
  const unknown = data?.services.filter(({ state }) => state === 'unknown').length ?? 0
  const failing = data?.services.filter(({ state }) => state === 'down' || state === 'degraded')
  return (
    <div className="space-y-4">
      {error && <ProblemNotice error={error} onRetry={refetch} stale={data !== undefined} />}
      {!data && !error && (
        <div role="status" aria-label={t('loading')} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          <Skeleton className="h-44 w-full" />
          <Skeleton className="h-44 w-full" />
        </div>
      )}
      {data && failing && (
        <>
          <Notice
            role="status"
            tone={failing.length === 0 ? 'ok' : 'attention'}
            title={failing.length === 0 ? t('allWell', { unknown }) : t('failing', { count: failing.length })}
          />
          <ul aria-label={t('title')} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {data.services.map((service) => (
              <ServiceCard key={`${service.name} ${service.instance ?? ''}`} service={service} />
            ))}
          </ul>
          <p className="text-meta text-muted">
            {t('seen')} <Moment at={data.time} /> {t(isUnsettled(data) ? 'oftenSeen' : 'seldomSeen')}
          </p>
        </>
      )}
    </div>
  )
}
