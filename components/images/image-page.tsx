'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useKeys } from '@/components/layout/keys'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGo } from '@/components/layout/use-go'
import { Loaded } from '@/components/ui/loaded'
import { Notice } from '@/components/ui/notice'
import { useIsSent, useUploads } from '@/components/uploads/upload-provider'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { isNotThere } from '@/lib/client/not-there'
import { BackToImages } from './back-to-images'
import { ImageFacts } from './image-facts'
import { ImageHeader, useWaitsForFile } from './image-header'
import { ImageProperties } from './image-properties'
import { ImageSkeleton } from './image-skeleton'
import { NoSuchImage } from './no-such-image'
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
  const notThere = isNotThere(error)
  useEffect(() => {
    if (notThere) queue.forgetFinished(imageId)
  }, [notThere, queue, imageId])
  if (notThere) return <NoSuchImage imageId={imageId} error={error} />
  return (
    <>
      <BackToImages />
      {!data && error && <PageHeader title={t('image.heading')} />}
      <Loaded query={query} loading={<ImageSkeleton />}>
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
