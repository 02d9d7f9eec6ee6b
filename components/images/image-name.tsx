'use client'

import { EyeOff, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ImageView } from '@/lib/client/image-view'

/** The name of an image for a sentence or a label. */
export function useImageName(): (image: Pick<ImageView, 'name' | 'id'>) => string {
  return ({ name, id }) => name?.trim() || id
}

/** What keeps an image from deletion or from lists, as glyphs with words for those who do not see them. */
export function ImageGlyphs({ image }: { image: Pick<ImageView, 'protected' | 'os_hidden'> }) {
  const t = useTranslations('images')
  return (
    <>
      {image.protected && (
        <span title={t('protected')} className="inline-flex shrink-0 text-muted">
          <ShieldCheck size={14} aria-hidden />
          <span className="sr-only">{t('protected')}</span>
        </span>
      )}
      {image.os_hidden && (
        <span title={t('hidden')} className="inline-flex shrink-0 text-muted">
          <EyeOff size={14} aria-hidden />
          <span className="sr-only">{t('hidden')}</span>
        </span>
      )}
    </>
  )
}
