'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { QueryProblem } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { isNotThere } from '@/lib/client/not-there'
import { ActivityReport } from './activity-report'
import { AuditTable } from './audit-table'
import { BackToImage } from './back-to-image'
import { useImageName } from './image-name'
import { ImageTasks } from './image-tasks'
import { NoSuchImage } from './no-such-image'
import { StageTimeline } from './stage-timeline'

/** What was done to an image, by whom, and what came of it. */
export function ActivityPage({ imageId }: { imageId: string }) {
  const { project } = useSignedIn()
  const query = useQuery(imageQueries.one(imageId, project.id))
  if (!query.data && isNotThere(query.error)) return <NoSuchImage imageId={imageId} error={query.error} />
  return (
    <>
      <BackToImage imageId={imageId} />
      <Head image={query.data} />
      <QueryProblem query={query} />
      {(query.data || !query.error) && <Content imageId={imageId} image={query.data} />}
    </>
  )
}

/** `undefined` while it is loading. */
type Known = ImageView | undefined

function Head({ image }: { image: Known }) {
  const t = useTranslations('activity')
  const nameOf = useImageName()
  return (
    <PageHeader
      title={image ? <span className="wrap-anywhere">{t('title', { name: nameOf(image) })}</span> : t('heading')}
      lead={t('lead')}
      actions={image ? <ActivityReport image={image} /> : <Skeleton className="h-8 w-28" />}
    />
  )
}

function Content({ imageId, image }: { imageId: string; image: Known }) {
  const t = useTranslations()
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="min-w-0 space-y-6">
        <ImageTasks imageId={imageId} />
        <AuditTable imageId={imageId} />
      </div>
      {image ? (
        <section aria-labelledby="stages" className="rounded-card border border-hairline bg-surface lg:order-last">
          <h2 id="stages" className="border-hairline border-b px-4 py-3 font-semibold text-body">
            {t('activity.stages')}
          </h2>
          <StageTimeline image={image} />
        </section>
      ) : (
        <LoadingBlock label={t('image.loading')}>
          <SkeletonCard head lines={5} />
        </LoadingBlock>
      )}
    </div>
  )
}
