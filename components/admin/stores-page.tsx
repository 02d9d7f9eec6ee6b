'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Loaded } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
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
  const query = useQuery(storesQuery(project.id))
  return (
    <Loaded query={query} loading={<Loading />}>
      {(data) => (
        <div className="space-y-6">
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
        </div>
      )}
    </Loaded>
  )
}

function Loading() {
  const t = useTranslations('adminStores')
  return (
    <LoadingBlock label={t('loading')} className="space-y-6">
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        <SkeletonCard lines={5} className="min-h-47" />
        <SkeletonCard lines={5} className="min-h-47" />
      </div>
      <Skeleton className="my-1 h-2.5 w-48" />
      <SkeletonCard lines={2} />
    </LoadingBlock>
  )
}
