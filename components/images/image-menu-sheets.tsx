'use client'

import { Columns2, Copy, SquareTerminal, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/components/layout/use-refusal'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { compareHref } from '@/lib/client/image-comparison'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { patiently } from '@/lib/client/patiently'
import { DeleteImageDialog } from './delete-image-dialog'
import { ImageSwitches } from './image-switches'
import { useCopyRefusal } from './use-copy-refusal'
import { useImageRefusal } from './use-image-refusal'

const CopyAsSheet = dynamic(patiently(() => import('./copy-as-sheet').then((module) => module.CopyAsSheet)))
const CopyToStoreSheet = dynamic(patiently(() => import('./copy-to-store-sheet').then((module) => module.CopyToStoreSheet)))
const EditImageSheet = dynamic(patiently(() => import('./edit-image-sheet').then((module) => module.EditImageSheet)))

/** What a menu of an image opens over the page. */
export type ImageSheet = 'edit' | 'stores' | 'commands' | 'delete'

interface ItemsProps {
  image: ImageView
  onOpen(sheet: ImageSheet): void
  onRefused(refusal: Refusal): void
}

/** What every menu of an image ends with. */
export function ImageActions({ image, onOpen, onRefused }: ItemsProps) {
  const t = useTranslations()
  const deleteRefusal = useImageRefusal('delete_image', image)
  const copyRefusal = useCopyRefusal(image)
  return (
    <>
      {hasData(image) && (
        <MenuItem refusal={copyRefusal} onRefused={onRefused} onClick={() => onOpen('stores')}>
          <Copy size={16} aria-hidden />
          {t('storeCopy.action')}
        </MenuItem>
      )}
      <MenuItem onClick={() => onOpen('commands')}>
        <SquareTerminal size={16} aria-hidden />
        {t('copyAs.action')}
      </MenuItem>
      <MenuLink render={<Link href={compareHref(image.id)} />}>
        <Columns2 size={16} aria-hidden />
        {t('compare.action')}
      </MenuLink>
      <ImageSwitches image={image} onRefused={onRefused} />
      <MenuSeparator />
      <MenuItem danger refusal={deleteRefusal} onRefused={onRefused} onClick={() => onOpen('delete')}>
        <Trash2 size={16} aria-hidden />
        {t('action.delete')}
      </MenuItem>
    </>
  )
}

interface SheetsProps {
  image: ImageView
  opened: ImageSheet | null
  onClose(): void
  onDeleted?: () => void
}

/** What the menu has opened. */
export function ImageSheets({ image, opened, onClose, ...deletion }: SheetsProps) {
  return (
    <>
      {opened === 'edit' && <EditImageSheet image={image} onClose={onClose} />}
      {opened === 'stores' && <CopyToStoreSheet image={image} onClose={onClose} />}
      {opened === 'commands' && <CopyAsSheet image={image} onClose={onClose} />}
      <DeleteImageDialog image={image} open={opened === 'delete'} onOpenChange={(open) => open || onClose()} {...deletion} />
    </>
  )
}
