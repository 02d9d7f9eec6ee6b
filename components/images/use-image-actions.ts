'use client'

import { Columns2, Copy, SquareTerminal, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useGo } from '@/components/layout/use-go'
import { compareHref } from '@/lib/client/image-comparison'
import { hasData, type ImageView } from '@/lib/client/image-view'
import type { ImageAction } from './image-action'
import type { ImageSheet } from './image-sheets'
import { useCopyRefusal } from './use-copy-refusal'
import { useImageRefusal } from './use-image-refusal'
import { useImageSwitches } from './use-image-switches'

/** What every menu of an image ends with. */
export function useImageActions(image: ImageView, onOpen: (sheet: ImageSheet) => void): ImageAction[] {
  const t = useTranslations()
  const go = useGo()
  const deleteRefusal = useImageRefusal('delete_image', image)
  const copyRefusal = useCopyRefusal(image)
  const switches = useImageSwitches(image)
  const compare = compareHref(image.id)
  const toStore: ImageAction = {
    ...{ id: 'copy to store', label: t('storeCopy.action'), icon: Copy, refusal: copyRefusal },
    run: () => onOpen('stores'),
  }
  return [
    ...(hasData(image) ? [toStore] : []),
    { id: 'copy as a command', label: t('copyAs.action'), icon: SquareTerminal, run: () => onOpen('commands') },
    { id: 'compare', label: t('compare.action'), icon: Columns2, link: { href: compare }, run: () => go(compare) },
    ...switches,
    {
      ...{ id: 'delete', label: t('action.delete'), icon: Trash2, refusal: deleteRefusal, danger: true },
      run: () => onOpen('delete'),
    },
  ]
}
