'use client'

import { EllipsisVertical } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import type { ImageView } from '@/lib/client/image-view'
import { useImageName } from './image-name'

const load = () => import('./image-menu-items')
const ImageMenuItems = lazy(async () => ({ default: (await load()).ImageMenuItems }))

/** What can be done with one image of the list; loaded when somebody wants it, once for all rows. */
export function ImageMenu({ image, gone }: { image: ImageView; gone: boolean }) {
  const t = useTranslations('action')
  const name = useImageName()(image)
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={t('more', { name })}
      aria-disabled={gone || undefined}
      className={iconButtonClass}
      onPointerEnter={load}
      onClick={() => setWanted(!gone)}
    >
      <EllipsisVertical size={16} aria-hidden />
    </button>
  )
  return wanted ? (
    <Suspense fallback={button}>
      <ImageMenuItems image={image} gone={gone} />
    </Suspense>
  ) : (
    button
  )
}
