'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { ActivityReport } from './activity-report'
import { AuditTable } from './audit-table'
import { BackToImage } from './back-to-image'
import { useImageName } from './image-name'
import { ImageTasks } from './image-tasks'
import { StageTimeline } from './stage-timeline'

/** What was done to an image, by whom, and what came of it. */
export function ActivityPage({ imageId }: { imageId: string }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { data: image, error, refetch } = useQuery(imageQueries.one(imageId, project.id))
  return (
    <>
      <BackToImage imageId={imageId} />
      {!image && <PageHeader title={t('activity.heading')} />}
      {error && (
        <div className="mb-4">
          <ProblemNotice error={error} onRetry={refetch} stale={image !== undefined} />
        </div>
      )}
      {image && <Content image={image} />}
      {!image && !error && (
        <div role="status" aria-label={t('image.loading')}>
          <Skeleton className="h-72 w-full" />
        </div>
      )}
    </>
  )
}

function Content({ image }: { image: ImageView }) {
  const t = useTranslations('activity')
  const name = useImageName()(image)
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{t('title', { name })}</span>}
        lead={t('lead')}
        actions={<ActivityReport image={image} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-6">
          <ImageTasks imageId={image.id} />
          <AuditTable imageId={image.id} />
        </div>
        <section aria-labelledby="stages" className="rounded-card border border-hairline bg-surface lg:order-last">
          <h2 id="stages" className="border-hairline border-b px-4 py-3 font-semibold text-body">
            {t('stages')}
          </h2>
          <StageTimeline image={image} />
        </section>
      </div>
    </>
  )
}
