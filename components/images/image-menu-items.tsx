'use client'

import { Copy, Download, EllipsisVertical, ExternalLink, Pencil, Upload, Users } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import type { Refusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { useCopyText } from '@/components/ui/use-copy-text'
import { useUploads } from '@/components/uploads/upload-provider'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { ImageActions, type ImageSheet, ImageSheets } from './image-menu-sheets'
import { useImageName } from './image-name'
import { useDownload } from './use-download'
import { useDownloadRefusal } from './use-download-refusal'
import { useImageRefusal } from './use-image-refusal'

/** What can be done with one image of the list; opens as soon as it is there. */
export function ImageMenuItems({ image, gone }: { image: ImageView; gone: boolean }) {
  const t = useTranslations()
  const name = useImageName()(image)
  const [opened, setOpened] = useState<ImageSheet | null>(null)
  return (
    <>
      <RefusableMenu
        opens
        disabled={gone}
        label={t('action.more', { name })}
        triggerClass={iconButtonClass}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => (
          <>
            <Ways image={image} onEdit={() => setOpened('edit')} onRefused={onRefused} />
            <MenuSeparator />
            <ImageActions image={image} onOpen={setOpened} onRefused={onRefused} />
          </>
        )}
      </RefusableMenu>
      <ImageSheets image={image} opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}

interface WaysProps {
  image: ImageView
  onEdit(): void
  onRefused(refusal: Refusal): void
}

/** What the image's own page has as buttons. */
function Ways({ image, onEdit, onRefused }: WaysProps) {
  const t = useTranslations()
  const { choose } = useUploads()
  const uploadRefusal = useImageRefusal('upload_image', image)
  const editRefusal = useImageRefusal('modify_image', image)
  const page = `/images/${encodeURIComponent(image.id)}`
  const copy = useCopyText()
  return (
    <>
      <MenuLink render={<Link href={page} />}>
        <ExternalLink size={16} aria-hidden />
        {t('action.open')}
      </MenuLink>
      <MenuItem refusal={editRefusal} onRefused={onRefused} onClick={onEdit}>
        <Pencil size={16} aria-hidden />
        {t('imageEdit.edit')}
      </MenuItem>
      <MenuLink render={<Link href={`${page}/sharing`} />}>
        <Users size={16} aria-hidden />
        {t('sharing.link')}
      </MenuLink>
      <MenuItem onClick={() => copy(image.id)}>
        <Copy size={16} aria-hidden />
        {t('action.copyId')}
      </MenuItem>
      {hasData(image) && <DownloadItem image={image} onRefused={onRefused} />}
      {image.status === 'queued' && (
        <MenuItem refusal={uploadRefusal} onRefused={onRefused} onClick={() => choose(image)}>
          <Upload size={16} aria-hidden />
          {t('image.finishUpload')}
        </MenuItem>
      )}
    </>
  )
}

function DownloadItem({ image, onRefused }: Pick<WaysProps, 'image' | 'onRefused'>) {
  const t = useTranslations('action')
  const download = useDownload(image)
  const refusal = useDownloadRefusal(image)
  const label = (
    <>
      <Download size={16} aria-hidden />
      {t('download')}
    </>
  )
  if (refusal)
    return (
      <MenuItem refusal={refusal} onRefused={onRefused}>
        {label}
      </MenuItem>
    )
  return <MenuLink render={<a {...download} />}>{label}</MenuLink>
}
