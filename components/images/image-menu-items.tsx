'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import type { Refusal } from '@/components/layout/use-refusal'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuSeparator } from '@/components/ui/menu'
import type { ImageView } from '@/lib/client/image-view'
import { ImageActionItems } from './image-action'
import { useImageName } from './image-name'
import { type ImageSheet, ImageSheets } from './image-sheets'
import { useImageActions } from './use-image-actions'
import { useImageWays } from './use-image-ways'

/** What can be done with one image of the list; opens as soon as it is there. */
export function ImageMenuItems({ image, gone }: { image: ImageView; gone: boolean }) {
  const t = useTranslations('action')
  const name = useImageName()(image)
  const [opened, setOpened] = useState<ImageSheet | null>(null)
  return (
    <>
      <RefusableMenu
        opens
        disabled={gone}
        label={t('more', { name })}
        triggerClass={iconButtonClass}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => <Items image={image} onOpen={setOpened} onRefused={onRefused} />}
      </RefusableMenu>
      <ImageSheets image={image} opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}

interface ItemsProps {
  image: ImageView
  onOpen(sheet: ImageSheet): void
  onRefused(refusal: Refusal): void
}

/** Only there while the menu is open, so that a list does not ask the policy about each of its rows. */
function Items({ image, onOpen, onRefused }: ItemsProps) {
  const ways = useImageWays(image, () => onOpen('edit'))
  const actions = useImageActions(image, onOpen)
  return (
    <>
      <ImageActionItems actions={ways} onRefused={onRefused} />
      <MenuSeparator />
      <ImageActionItems actions={actions} onRefused={onRefused} />
    </>
  )
}
