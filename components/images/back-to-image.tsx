'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'

/** The way back from a page about one side of an image to the image itself. */
export function BackToImage({ imageId }: { imageId: string }) {
  const t = useTranslations('sharing')
  return (
    <Link
      href={`/images/${encodeURIComponent(imageId)}`}
      className="mb-3 inline-flex min-h-6 items-center gap-1 rounded-control text-muted text-table hover:text-ink"
    >
      <ArrowLeft size={14} aria-hidden />
      {t('back')}
    </Link>
  )
}
