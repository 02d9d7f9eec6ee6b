'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { storesQuery } from '@/lib/client/stores'
import { Permitted } from './permitted'
import { StoreCard } from './store-card'
import { StoreCopies } from './store-copies'

/** Where images' data are kept: state, room and contents of each store, and copies between them. */
export function StoresPage() {
  const t = useTranslations('adminStores')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="stores_info_detail">
        <Stores />
      </Permitted>
    </>
  )
}

function Stores() {
  const t = useTranslations('adminStores')
  const { project } = useSignedIn()
  const { data, error, refetch } = useQuery(storesQuery(project.id))
  return (
    <div className="space-y-6">
      {error && <ProblemNotice error={error} onRetry={refetch} stale={data !== undefined} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <ul aria-label={t('title')} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {data.stores.map((store) => (
              <StoreCard key={store.id} store={store} />
            ))}
          </ul>
          <p className="text-meta text-muted">
            {t('counted')} <Moment at={data.counted_at} />
          </p>
          {data.elsewhere.images > 0 && (
            <Notice tone="attention" title={t('elsewhere', { count: data.elsewhere.images })}>
              <p>{t('elsewhereText')}</p>
            </Notice>
          )}
          {data.several ? (
            <StoreCopies stores={data.stores} />
          ) : (
            <Notice tone="neutral" title={t('oneStore')}>
              <p>{t('oneStoreText')}</p>
            </Notice>
          )}
        </>
      )}
    </div>
  )
}

function Loading() {
  const t = useTranslations('adminStores')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <Skeleton className="h-44 w-full" />
      <Skeleton className="h-44 w-full" />
    </div>
  )
}
