'use client'

import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ImageVisibility } from '@/components/images/image-visibility'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { RefusableButton } from '@/components/ui/refusable-button'
import { type ImageView, type Visibility, visibilities } from '@/lib/client/image-view'
import { VisibilityDialog } from './visibility-dialog'

/** The four visibilities: who sees the image with each, who may set it, and which one it has. */
export function VisibilityCards({ image }: { image: ImageView }) {
  const [wanted, setWanted] = useState<Visibility | null>(null)
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {visibilities.map((visibility) => (
          <Card key={visibility} image={image} visibility={visibility} onChoose={() => setWanted(visibility)} />
        ))}
      </ul>
      <VisibilityDialog image={image} wanted={wanted} onClose={() => setWanted(null)} />
    </>
  )
}

interface CardProps {
  image: ImageView
  visibility: Visibility
  onChoose(): void
}

function Card({ image, visibility, onChoose }: CardProps) {
  const t = useTranslations()
  const current = image.visibility === visibility
  const refusal = useRefusalOf(visibility, image)
  return (
    <li
      aria-current={current || undefined}
      className={clsx(
        'flex flex-col gap-3 rounded-card border bg-surface p-4 text-table',
        current ? 'border-primary' : 'border-hairline',
      )}
    >
      <h3 className="flex flex-wrap items-center justify-between gap-2 font-semibold text-body">
        <ImageVisibility visibility={visibility} />
        {current && (
          <span className="inline-flex items-center gap-1 font-medium text-meta text-primary">
            <Check size={14} aria-hidden />
            {t('sharing.current')}
          </span>
        )}
      </h3>
      <dl className="flex-1 space-y-2">
        <div>
          <dt className="text-meta text-muted">{t('sharing.whoSees')}</dt>
          <dd>{t(`sharing.sees.${visibility}`)}</dd>
        </div>
        <div>
          <dt className="text-meta text-muted">{t('sharing.whoSets')}</dt>
          <dd>{t(`sharing.sets.${visibility}`)}</dd>
        </div>
      </dl>
      {!current && (
        <RefusableButton refusal={refusal} className="self-start" onClick={onChoose}>
          {t('sharing.set', { visibility: t(`visibility.${visibility}`) })}
        </RefusableButton>
      )}
    </li>
  )
}

function useRefusalOf(visibility: Visibility, image: ImageView) {
  const changing = useImageRefusal('modify_image', image)
  const offering = useImageRefusal('communitize_image', image)
  const publishing = useImageRefusal('publicize_image', image)
  if (visibility === 'public') return publishing ?? changing
  return changing ?? (visibility === 'community' ? offering : null)
}
