'use client'

import { Copy, Download, EllipsisVertical, ExternalLink, Trash2, Upload } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { useRefusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { useUploads } from '@/components/uploads/upload-provider'
import { copyText } from '@/lib/client/copy-text'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { DeleteImageDialog } from './delete-image-dialog'
import { ImageSwitches } from './detail-menu'
import { useImageName } from './image-name'
import { useDownload } from './use-download'

/** What can be done with one image of the list; opens as soon as it is there. */
export function ImageMenuItems({ image }: { image: ImageView }) {
  const t = useTranslations()
  const name = useImageName()(image)
  const { choose } = useUploads()
  const download = useDownload(image)
  const uploadRefusal = useRefusal('upload_image', image.id)
  const deleteRefusal = useRefusal('delete_image', image.id)
  const [deleting, setDeleting] = useState(false)
  const copyId = async () => {
    if (await copyText(image.id)) toast.success(t('action.copied'))
    else toast.error(t('action.copyFailed'))
  }
  return (
    <>
      <RefusableMenu
        opens
        label={t('action.more', { name })}
        triggerClass={iconButtonClass}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => (
          <>
            <MenuLink render={<Link href={`/images/${image.id}`} />}>
              <ExternalLink size={16} aria-hidden />
              {t('action.open')}
            </MenuLink>
            <MenuItem onClick={copyId}>
              <Copy size={16} aria-hidden />
              {t('action.copyId')}
            </MenuItem>
            {hasData(image) && (
              <MenuLink render={<a {...download} />}>
                <Download size={16} aria-hidden />
                {t('action.download')}
              </MenuLink>
            )}
            {image.status === 'queued' && (
              <MenuItem refusal={uploadRefusal} onRefused={onRefused} onClick={() => choose(image)}>
                <Upload size={16} aria-hidden />
                {t('image.finishUpload')}
              </MenuItem>
            )}
            <MenuSeparator />
            <ImageSwitches image={image} onRefused={onRefused} />
            <MenuSeparator />
            <MenuItem danger refusal={deleteRefusal} onRefused={onRefused} onClick={() => setDeleting(true)}>
              <Trash2 size={16} aria-hidden />
              {t('action.delete')}
            </MenuItem>
          </>
        )}
      </RefusableMenu>
      <DeleteImageDialog image={image} open={deleting} onOpenChange={setDeleting} />
    </>
  )
}
