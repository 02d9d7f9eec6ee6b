'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Download, Trash2, Upload, Users } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useRefusal } from '@/components/layout/use-refusal'
import { buttonClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Skeleton } from '@/components/ui/skeleton'
import { useUploadList, useUploads } from '@/components/uploads/upload-provider'
import { requestIdOf } from '@/lib/client/api'
import { imageQueries } from '@/lib/client/image-queries'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { isProblem } from '@/lib/contract/problem'
import { DeleteImageDialog } from './delete-image-dialog'
import { DataFacts, SideFacts } from './image-facts'
import { ImageGlyphs, useImageName } from './image-name'
import { ImageProperties } from './image-properties'
import { ImageStatusBadge } from './image-status'
import { ImageVisibility } from './image-visibility'
import { useDownload } from './use-download'

/** One image with all that is known of it. */
export function ImagePage({ imageId }: { imageId: string }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { queue } = useUploads()
  // Between its deletion and the list there is nothing to ask for.
  const deleted = useRef(false)
  const query = { ...imageQueries.one(imageId, project.id), enabled: () => !deleted.current }
  const { data: image, error, refetch } = useQuery(query)
  const notThere = isProblem(error) && error.kind === 'notFound'
  useEffect(() => {
    if (notThere) queue.forgetFinished(imageId)
  }, [notThere, queue, imageId])
  if (notThere) return <NotThere imageId={imageId} requestId={requestIdOf(error)} />
  return (
    <>
      <Link
        href="/images"
        className="mb-3 inline-flex min-h-6 items-center gap-1 rounded-control text-muted text-table hover:text-ink"
      >
        <ArrowLeft size={14} aria-hidden />
        {t('action.back')}
      </Link>
      {error && (
        <div className="mb-4">
          <ProblemNotice error={error} onRetry={refetch} stale={image !== undefined} />
        </div>
      )}
      {image ? <Content image={image} onDelete={() => (deleted.current = true)} /> : !error && <Loading />}
    </>
  )
}

interface ContentProps {
  image: ImageView
  onDelete(): void
}

function Content({ image, onDelete }: ContentProps) {
  const name = useImageName()(image)
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            <span className="break-all">{name}</span>
            <ImageGlyphs image={image} />
          </span>
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <ImageStatusBadge status={image.status} />
            <ImageVisibility visibility={image.visibility} />
            <CopyableId id={image.id} />
          </span>
        }
        actions={<Actions image={image} onDelete={onDelete} />}
      />
      {image.status === 'queued' && <QueuedNotice image={image} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-4">
          <DataFacts image={image} />
          <ImageProperties image={image} />
        </div>
        <SideFacts image={image} />
      </div>
    </>
  )
}

function CopyableId({ id }: { id: string }) {
  const t = useTranslations('image')
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="sr-only">{t('id')}</span>
      <code className="min-w-0 break-all font-mono text-meta">{id}</code>
      <CopyButton text={id} what={t('id')} />
    </span>
  )
}

function Actions({ image, onDelete }: ContentProps) {
  const t = useTranslations()
  const router = useRouter()
  const download = useDownload(image)
  const refusal = useRefusal('delete_image', image.id)
  const [deleting, setDeleting] = useState(false)
  const leave = () => {
    onDelete()
    router.push('/images')
  }
  return (
    <>
      <Link href={`/images/${image.id}/sharing`} className={buttonClass()}>
        <Users size={16} aria-hidden />
        {t('sharing.link')}
      </Link>
      {hasData(image) && (
        <a {...download} className={buttonClass()}>
          <Download size={16} aria-hidden />
          {t('action.download')}
        </a>
      )}
      <RefusableButton refusal={refusal} variant="caution" onClick={() => setDeleting(true)}>
        <Trash2 size={16} aria-hidden />
        {t('action.delete')}
      </RefusableButton>
      <DeleteImageDialog image={image} open={deleting} onOpenChange={setDeleting} onDeleted={leave} />
    </>
  )
}

/** A queued image either is on its way from this browser, or waits for somebody to bring its bytes. */
function QueuedNotice({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const { choose } = useUploads()
  const refusal = useRefusal('upload_image', image.id)
  const known = useUploadList().some(({ imageId }) => imageId === image.id)
  return (
    <div className="mb-4">
      {known ? (
        <Notice tone="progress" title={t('uploadingTitle')}>
          <p>{t('uploadingText')}</p>
        </Notice>
      ) : (
        <Notice
          tone="waiting"
          title={t('queuedTitle')}
          actions={
            <RefusableButton refusal={refusal} variant="primary" onClick={() => choose(image)}>
              <Upload size={16} aria-hidden />
              {t('finishUpload')}
            </RefusableButton>
          }
        >
          <p>{t('queuedText')}</p>
        </Notice>
      )}
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
        <Link href="/images" className={buttonClass({ variant: 'primary' })}>
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
