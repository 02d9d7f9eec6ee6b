'use client'

import { Menu } from '@base-ui/react/menu'
import { Popover } from '@base-ui/react/popover'
import { Copy, Download, EllipsisVertical, ExternalLink, Trash2, Upload } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { toast } from 'sonner'
import { useTranslations } from 'use-intl'
import { WhyPopup } from '@/components/explanations/why-popup'
import { type Refusal, useRefusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuItem, MenuLink, MenuPopup, MenuSeparator } from '@/components/ui/menu'
import { useUploads } from '@/components/uploads/upload-provider'
import { copyText } from '@/lib/client/copy-text'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { DeleteImageDialog } from './delete-image-dialog'
import { useImageName } from './image-name'
import { useDownload } from './use-download'

/** What can be done with one image of the list. */
export function ImageMenu({ image }: { image: ImageView }) {
  const t = useTranslations()
  const name = useImageName()(image)
  const { choose } = useUploads()
  const download = useDownload(image)
  const uploadRefusal = useRefusal('upload_image', image.id)
  const deleteRefusal = useRefusal('delete_image', image.id)
  const trigger = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<Refusal | null>(null)
  const [shown, setShown] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const copyId = async () => {
    if (await copyText(image.id)) toast.success(t('action.copied'))
    else toast.error(t('action.copyFailed'))
  }
  return (
    <>
      <Menu.Root
        onOpenChange={(open) => open && setChosen(null)}
        onOpenChangeComplete={(open) => setShown(!open && chosen !== null)}
      >
        <Menu.Trigger ref={trigger} aria-label={t('action.more', { name })} className={iconButtonClass}>
          <EllipsisVertical size={16} aria-hidden />
        </Menu.Trigger>
        <MenuPopup>
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
            <MenuItem refusal={uploadRefusal} onRefused={setChosen} onClick={() => choose(image)}>
              <Upload size={16} aria-hidden />
              {t('image.finishUpload')}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem danger refusal={deleteRefusal} onRefused={setChosen} onClick={() => setDeleting(true)}>
            <Trash2 size={16} aria-hidden />
            {t('action.delete')}
          </MenuItem>
        </MenuPopup>
      </Menu.Root>
      {chosen && (
        <Popover.Root open={shown} onOpenChange={setShown}>
          <WhyPopup refusal={chosen} anchor={trigger} finalFocus={trigger} />
        </Popover.Root>
      )}
      <DeleteImageDialog image={image} open={deleting} onOpenChange={setDeleting} />
    </>
  )
}
