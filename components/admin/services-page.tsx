'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Loaded } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { isUnsettled, servicesQuery } from '@/lib/client/services'
import type { ServiceListView } from '@/lib/contract/service-state'
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
  const { project } = useSignedIn()
  const query = useQuery(servicesQuery(project.id))
  return (
    <Loaded query={query} loading={<Loading />}>
      {(overview) => <Cards overview={overview} />}
    </Loaded>
  )
}

/** The parts that a service usually has. */
const usualParts = ['api', 'registry', 'database', 'store', 'web', 'keystone', 'cache', 'memcached']

function Loading() {
  const t = useTranslations('adminServices')
  return (
    <LoadingBlock label={t('loading')} className="space-y-4">
      <SkeletonCard lines={1} />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {usualParts.map((part) => (
          <SkeletonCard key={part} lines={4} className="min-h-41" />
        ))}
      </div>
    </LoadingBlock>
  )
}

function Cards({ overview }: { overview: ServiceListView }) {
  const t = useTranslations('adminServices')
  const { services } = overview
  const unknown = services.filter(({ state }) => state === 'unknown').length
  const failing = services.filter(({ state }) => state === 'down' || state === 'degraded').length
  return (
    <div className="space-y-4">
      <Notice
        role="status"
        tone={failing === 0 ? 'ok' : 'attention'}
        title={failing === 0 ? t('allWell', { unknown }) : t('failing', { count: failing })}
      />
      <ul aria-label={t('title')} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {services.map((service) => (
          <ServiceCard key={`${service.name} ${service.instance ?? ''}`} service={service} />
        ))}
      </ul>
      <p className="text-meta text-muted">
        {t('seen')} <Moment at={overview.time} /> {t(isUnsettled(overview) ? 'oftenSeen' : 'seldomSeen')}
      </p>
    </div>
  )
}
