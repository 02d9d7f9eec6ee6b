'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Skeleton, SkeletonLines } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'

/** The page of an image whose name and facts are still to come. */
export function ImageSkeleton() {
  const t = useTranslations('image')
  return (
    <LoadingBlock label={t('loading')}>
      <PageHeader
        title={
          <>
            <span className="sr-only">{t('heading')}</span>
            <Skeleton className="my-1 h-5 w-64 max-w-full" />
          </>
        }
        lead={
          <span className="flex h-8 items-center max-sm:h-15">
            <Skeleton className="h-3 w-80 max-w-full" />
          </span>
        }
        actions={['w-20', 'w-24', 'w-28', 'w-8'].map((width) => <Skeleton key={width} className={`h-8 ${width}`} />)}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-4">
          <SkeletonCard head lines={5} />
          <SkeletonCard head lines={8} />
          <SkeletonCard head lines={1} />
        </div>
        <div className="space-y-4">
          <SkeletonCard head lines={6} />
          <SkeletonCard head lines={8}>
            <SkeletonLines count={3} />
          </SkeletonCard>
        </div>
      </div>
    </LoadingBlock>
  )
}
