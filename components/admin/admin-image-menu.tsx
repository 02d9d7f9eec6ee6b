'use client'

import { EllipsisVertical, ExternalLink, FolderInput, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { DeleteImageDialog } from '@/components/images/delete-image-dialog'
import { ImageActionItems } from '@/components/images/image-action'
import { useImageName } from '@/components/images/image-name'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { useImageSwitches } from '@/components/images/use-image-switches'
import type { Refusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import type { ImageView } from '@/lib/client/image-view'
import { OwnerSheet } from './owner-sheet'
import { useAdminRefusal } from './use-admin-refusal'

/** What an administrator can do with one image. */
export function AdminImageMenu({ image, gone }: { image: ImageView; gone: boolean }) {
  const t = useTranslations('action')
  const name = useImageName()(image)
  const [open, setOpen] = useState<'owner' | 'delete' | null>(null)
  return (
    <>
      <RefusableMenu
        disabled={gone}
        label={t('more', { name })}
        triggerClass={iconButtonClass}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => <Items image={image} onRefused={onRefused} onOpen={setOpen} />}
      </RefusableMenu>
      {open === 'owner' && <OwnerSheet image={image} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteImageDialog image={image} open onOpenChange={(next) => next || setOpen(null)} />}
    </>
  )
}

interface ItemsProps {
  image: ImageView
  onRefused(refusal: Refusal): void
  onOpen(what: 'owner' | 'delete'): void
}

/** Only there while the menu is open, so that a list does not ask the policy about each of its rows. */
function Items({ image, onRefused, onOpen }: ItemsProps) {
  const t = useTranslations()
  const ownerRefusal = useAdminRefusal('context_is_admin')
  const deleteRefusal = useImageRefusal('delete_image', image)
  const switches = useImageSwitches(image)
  return (
    <>
      <MenuLink render={<Link href={`/images/${image.id}`} />}>
        <ExternalLink size={16} aria-hidden />
        {t('action.open')}
      </MenuLink>
      <ImageActionItems actions={switches} onRefused={onRefused} />
      <MenuItem refusal={ownerRefusal} onRefused={onRefused} onClick={() => onOpen('owner')}>
        <FolderInput size={16} aria-hidden />
        {t('adminImages.changeOwner')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger refusal={deleteRefusal} onRefused={onRefused} onClick={() => onOpen('delete')}>
        <Trash2 size={16} aria-hidden />
        {t('action.delete')}
      </MenuItem>
    </>
  )
}
