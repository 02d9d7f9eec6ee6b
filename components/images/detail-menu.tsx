'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import type { Refusal } from '@/components/layout/use-refusal'
import { buttonClass } from '@/components/ui/button'
import type { ImageView } from '@/lib/client/image-view'
import { ImageActionItems } from './image-action'
import { useImageName } from './image-name'
import { type ImageSheet, ImageSheets } from './image-sheets'
import { useImageActions } from './use-image-actions'

interface Props {
  image: ImageView
  onDeleted(): void
}

/** What can be done with an image besides its primary action. */
export function DetailMenu({ image, onDeleted }: Props) {
  const t = useTranslations('action')
  const name = useImageName()(image)
  const [opened, setOpened] = useState<ImageSheet | null>(null)
  return (
    <>
      <RefusableMenu
        label={t('more', { name })}
        triggerClass={buttonClass({ className: 'data-popup-open:bg-hover' })}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => <Items image={image} onOpen={setOpened} onRefused={onRefused} />}
      </RefusableMenu>
      <ImageSheets image={image} opened={opened} onClose={() => setOpened(null)} onDeleted={onDeleted} />
    </>
  )
}

interface ItemsProps {
  image: ImageView
  onOpen(sheet: ImageSheet): void
  onRefused(refusal: Refusal): void
}

/** Only there while the menu is open: what it has depends on what the policy answers. */
function Items({ image, onOpen, onRefused }: ItemsProps) {
  return <ImageActionItems actions={useImageActions(image, onOpen)} onRefused={onRefused} />
}
