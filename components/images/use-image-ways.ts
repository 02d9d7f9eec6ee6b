'use client'

import { Copy, Download, ExternalLink, Pencil, Upload, Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useGo } from '@/components/layout/use-go'
import { useCopyText } from '@/components/ui/use-copy-text'
import { useUploads } from '@/components/uploads/upload-provider'
import { hasData, type ImageView } from '@/lib/client/image-view'
import type { ImageAction } from './image-action'
import { useDownload } from './use-download'
import { useDownloadRefusal } from './use-download-refusal'
import { useImageRefusal } from './use-image-refusal'

/** What the image's own page has as buttons. */
export function useImageWays(image: ImageView, onEdit: () => void): ImageAction[] {
  const t = useTranslations()
  const go = useGo()
  const { choose } = useUploads()
  const copy = useCopyText()
  const download = useDownloadAction(image)
  const uploadRefusal = useImageRefusal('upload_image', image)
  const editRefusal = useImageRefusal('modify_image', image)
  const page = `/images/${encodeURIComponent(image.id)}`
  const leadTo = (href: string) => ({ link: { href }, run: () => go(href) })
  return [
    { id: 'open', label: t('action.open'), icon: ExternalLink, ...leadTo(page) },
    { id: 'edit', label: t('imageEdit.edit'), icon: Pencil, refusal: editRefusal, run: onEdit },
    { id: 'sharing', label: t('sharing.link'), icon: Users, ...leadTo(`${page}/sharing`) },
    { id: 'copy id', label: t('action.copyId'), icon: Copy, run: () => void copy(image.id) },
    ...(hasData(image) ? [download] : []),
    ...(image.status === 'queued'
      ? [
          {
            ...{ id: 'finish upload', label: t('image.finishUpload'), icon: Upload },
            ...{ refusal: uploadRefusal, run: () => void choose(image) },
          },
        ]
      : []),
  ]
}

function useDownloadAction(image: ImageView): ImageAction {
  const t = useTranslations('action')
  const { link, start: run } = useDownload(image)
  const refusal = useDownloadRefusal(hasData(image) ? image : undefined)
  return { id: 'download', label: t('download'), icon: Download, refusal, link, run }
}
