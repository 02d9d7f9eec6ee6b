'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Bytes } from '@/components/ui/bytes'
import { Command } from '@/components/ui/command'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Skeleton } from '@/components/ui/skeleton'
import { cacheQuery } from '@/lib/client/cache'
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
  const t = useTranslations('adminCache')
  const { project } = useSignedIn()
  const { data, error, refetch } = useQuery(cacheQuery(project.id))
  const [queueing, setQueueing] = useState(false)
  const queueRefusal = useAdminRefusal('cache_image')
  if (data === null) return <Off />
  const bytes = data?.cached_images.reduce((sum, { size }) => sum + size, 0) ?? 0
  return (
    <div className="space-y-4">
      {error && <ProblemNotice error={error} onRetry={refetch} stale={data !== undefined} />}
      {!data && !error && <Skeleton className="h-40 w-full" />}
      {data && (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-table tabular-nums">
              {t('cached', { count: data.cached_images.length })} · <Bytes value={bytes} /> ·{' '}
              {t('queued', { count: data.queued_images.length })}
            </p>
            <div className="flex flex-wrap gap-2">
              <CacheUpkeep cached={data.cached_images.length} queued={data.queued_images.length} />
              <RefusableButton refusal={queueRefusal} variant="primary" onClick={() => setQueueing(true)}>
                <Plus size={16} aria-hidden />
                {t('queue')}
              </RefusableButton>
            </div>
          </div>
          <CacheTable cached={data.cached_images} queued={data.queued_images} />
        </>
      )}
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
