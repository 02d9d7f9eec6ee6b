'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Bytes } from '@/components/ui/bytes'
import { Command } from '@/components/ui/command'
import { Loaded } from '@/components/ui/loaded'
import { Notice } from '@/components/ui/notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { type CacheList, cacheQuery } from '@/lib/client/cache'
import { CacheSheet } from './cache-sheet'
import { CacheTable } from './cache-table'
import { CacheUpkeep } from './cache-upkeep'
import { Permitted } from './permitted'
import { useAdminRefusal } from './use-admin-refusal'

/** Copies of remote stores' images on the disk of the node that answers. */
export function CachePage() {
  const t = useTranslations('adminCache')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="cache_list">
        <Cache />
      </Permitted>
    </>
  )
}

function Cache() {
  const { project } = useSignedIn()
  const query = useQuery(cacheQuery(project.id))
  return (
    <Loaded query={query} loading={<Loading />}>
      {(cache) => (cache ? <Copies cache={cache} /> : <Off />)}
    </Loaded>
  )
}

function Loading() {
  return (
    <div className="space-y-4">
      <div className="flex h-8 items-center justify-between gap-3">
        <Skeleton className="h-3 w-56" />
        <Skeleton className="h-8 w-40" />
      </div>
      <SkeletonCard lines={4} />
    </div>
  )
}

function Copies({ cache }: { cache: CacheList }) {
  const t = useTranslations('adminCache')
  const [queueing, setQueueing] = useState(false)
  const queueRefusal = useAdminRefusal('cache_image')
  const { cached_images: cached, queued_images: queued } = cache
  const bytes = cached.reduce((sum, { size }) => sum + size, 0)
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-table tabular-nums">
          {t('cached', { count: cached.length })} · <Bytes value={bytes} /> · {t('queued', { count: queued.length })}
        </p>
        <div data-page-actions className="flex flex-wrap gap-2">
          <CacheUpkeep cached={cached.length} queued={queued.length} />
          <RefusableButton refusal={queueRefusal} variant="primary" onClick={() => setQueueing(true)}>
            <Plus size={16} aria-hidden />
            {t('queue')}
          </RefusableButton>
        </div>
      </div>
      <CacheTable cached={cached} queued={queued} />
      {queueing && <CacheSheet onClose={() => setQueueing(false)} />}
    </div>
  )
}

function Off() {
  const t = useTranslations('adminCache')
  return (
    <Notice tone="neutral" title={t('off')}>
      <p className="max-w-180">{t('offText')}</p>
      <Command text={'[DEFAULT]\nimage_cache_dir = /var/lib/glance/image-cache'} what={t('offLines')} />
      <p>{t('offThen')}</p>
    </Notice>
  )
}
