'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { useKeys } from '@/components/layout/keys'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGo } from '@/components/layout/use-go'
import { buttonClass } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { useIsSent, useUploads } from '@/components/uploads/upload-provider'
import { requestIdOf } from '@/lib/client/api'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { isProblem } from '@/lib/contract/problem'
import { BackToImages } from './back-to-images'
import { ImageFacts } from './image-facts'
import { ImageHeader, useWaitsForFile } from './image-header'
import { ImageProperties } from './image-properties'
import { StageCard } from './stage-timeline'
import { useLastList } from './use-last-list'

/** One image with all that is known of it. */
export function ImagePage({ imageId }: { imageId: string }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { queue } = useUploads()
  // Between its deletion and the list there is nothing to ask for.
  const deleted = useRef(false)
  const query = useQuery({ ...imageQueries.one(imageId, project.id), enabled: () => !deleted.current })
  const { data, error } = query
  const notThere = isProblem(error) && error.kind === 'notFound'
  useEffect(() => {
    if (notThere) queue.forgetFinished(imageId)
  }, [notThere, queue, imageId])
  if (notThere) return <NotThere imageId={imageId} requestId={requestIdOf(error)} />
  return (
    <>
      <BackToImages />
      {!data && error && <PageHeader title={t('image.heading')} />}
      <Loaded query={query} loading={<Loading />}>
        {(image) => <Content image={image} onDelete={() => (deleted.current = true)} />}
      </Loaded>
    </>
  )
}

interface ContentProps {
  image: ImageView
  onDelete(): void
}

function Content({ image, onDelete }: ContentProps) {
  const router = useRouter()
  const go = useGo()
  const list = useLastList()
  const leave = () => {
    onDelete()
    router.push(list)
  }
  useKeys({
    edit: () => go(`/images/${image.id}/properties`),
    share: () => go(`/images/${image.id}/sharing`),
  })
  return (
    <>
      <ImageHeader image={image} onDeleted={leave} />
      {image.status === 'queued' && <QueuedNotice image={image} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-4">
          <StageCard image={image} />
          <ImageProperties image={image} />
        </div>
        <ImageFacts image={image} />
      </div>
    </>
  )
}

/** A queued image is on its way from this browser, or was until the upload stopped, or waits for somebody to bring its bytes. */
function QueuedNotice({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const waits = useWaitsForFile(image)
  const sent = useIsSent(image.id)
  const state = waits ? 'queued' : sent ? 'uploading' : 'stopped'
  return (
    <div className="mb-4">
      <Notice tone={sent ? 'progress' : 'waiting'} title={t(`${state}Title`)}>
        <p>{t(`${state}Text`)}</p>
      </Notice>
    </div>
  )
}

function NotThere({ imageId, requestId }: { imageId: string; requestId: string | undefined }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  return (
    <div className="flex max-w-lg flex-col items-start gap-2 py-12">
      <h1 className="font-semibold text-page">{t('image.notFoundTitle')}</h1>
      <p className="text-muted">{t('image.notFoundText', { project: project.name })}</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Link href={useLastList()} className={buttonClass({ variant: 'primary' })}>
          {t('action.back')}
        </Link>
        <DiagnoseLink request={requestId} image={imageId} />
      </div>
    </div>
  )
}

function Loading() {
  const t = useTranslations('image')
  return (
    <div role="status" aria-label={t('loading')} className="space-y-4">
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-72 w-full" />
    </div>
  )
}
