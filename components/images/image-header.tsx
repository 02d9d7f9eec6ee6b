'use client'

import { Download, Pencil, Upload, Users } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { buttonClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ShownName } from '@/components/ui/shown-name'
import { useUploadList, useUploads } from '@/components/uploads/upload-provider'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { patiently } from '@/lib/client/patiently'
import { DetailMenu } from './detail-menu'
import { ImageGlyphs, useImageName } from './image-name'
import { ImageState } from './image-status'
import { ImageVisibility } from './image-visibility'
import { useDownload } from './use-download'
import { useDownloadRefusal } from './use-download-refusal'
import { useImageRefusal } from './use-image-refusal'

const EditSheet = dynamic(patiently(() => import('./edit-image-sheet').then(({ EditImageSheet }) => EditImageSheet)))

interface Props {
  image: ImageView
  onDeleted(): void
}

/** What an image is, how it stands, and what can be done with it. */
export function ImageHeader({ image, onDeleted }: Props) {
  const name = useImageName()(image)
  return (
    <PageHeader
      title={
        <span className="flex flex-wrap items-center gap-2">
          <span className="wrap-anywhere">
            <ShownName name={name} />
          </span>
          <ImageGlyphs image={image} />
        </span>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <ImageState image={image} />
          <ImageVisibility visibility={image.visibility} />
          <CopyableId id={image.id} />
        </span>
      }
      actions={<Actions image={image} onDeleted={onDeleted} />}
    />
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

function Actions({ image, onDeleted }: Props) {
  const t = useTranslations()
  const waits = useWaitsForFile(image)
  return (
    <>
      {waits && <FinishUpload image={image} />}
      <Edit image={image} primary={!waits} />
      <Link href={`/images/${encodeURIComponent(image.id)}/sharing`} className={buttonClass()}>
        <Users size={16} aria-hidden />
        {t('sharing.link')}
      </Link>
      {hasData(image) && <DownloadAction image={image} />}
      <DetailMenu image={image} onDeleted={onDeleted} />
    </>
  )
}

/** Whether somebody has to bring the bytes: nobody sends them from this browser. */
export function useWaitsForFile({ id, status }: ImageView): boolean {
  const known = useUploadList().some(({ imageId }) => imageId === id)
  return status === 'queued' && !known
}

function FinishUpload({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const { choose } = useUploads()
  const refusal = useImageRefusal('upload_image', image)
  return (
    <RefusableButton refusal={refusal} variant="primary" onClick={() => choose(image)}>
      <Upload size={16} aria-hidden />
      {t('finishUpload')}
    </RefusableButton>
  )
}

function Edit({ image, primary }: { image: ImageView; primary: boolean }) {
  const t = useTranslations('imageEdit')
  const refusal = useImageRefusal('modify_image', image)
  const [editing, setEditing] = useState(false)
  return (
    <>
      <RefusableButton refusal={refusal} variant={primary ? 'primary' : 'secondary'} onClick={() => setEditing(true)}>
        <Pencil size={16} aria-hidden />
        {t('edit')}
      </RefusableButton>
      {editing && <EditSheet image={image} onClose={() => setEditing(false)} />}
    </>
  )
}

function DownloadAction({ image }: { image: ImageView }) {
  const t = useTranslations('action')
  const { link } = useDownload(image)
  const refusal = useDownloadRefusal(image)
  const label = (
    <>
      <Download size={16} aria-hidden />
      {t('download')}
    </>
  )
  if (refusal) return <RefusableButton refusal={refusal}>{label}</RefusableButton>
  return (
    <a {...link} className={buttonClass()}>
      {label}
    </a>
  )
}
