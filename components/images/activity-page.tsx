'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Loaded } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
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
  const query = useQuery(imageQueries.one(imageId, project.id))
  return (
    <>
      <BackToImage imageId={imageId} />
      {!query.data && <PageHeader title={t('activity.heading')} />}
      <Loaded query={query} loading={<LoadingBlock label={t('image.loading')} />}>
        {(image) => <Content image={image} />}
      </Loaded>
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
