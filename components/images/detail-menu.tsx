'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { buttonClass } from '@/components/ui/button'
import type { ImageView } from '@/lib/client/image-view'
import { ImageActions, type ImageSheet, ImageSheets } from './image-menu-sheets'
import { useImageName } from './image-name'

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
        {(onRefused) => <ImageActions image={image} onOpen={setOpened} onRefused={onRefused} />}
      </RefusableMenu>
      <ImageSheets image={image} opened={opened} onClose={() => setOpened(null)} onDeleted={onDeleted} />
    </>
  )
}
