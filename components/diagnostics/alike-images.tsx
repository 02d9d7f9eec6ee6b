'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { ShownName } from '@/components/ui/shown-name'
import type { ImageView } from '@/lib/client/image-view'
import { nameText } from '@/lib/client/name-text'

interface Props {
  /** The name or id that was asked about. */
  called: string
  /** All that it can mean. */
  images: readonly ImageView[]
  onChoose(imageId: string): void
}

/** Says that a name or an id means no image that the person sees, or several to choose from. */
export function AlikeImages({ called, images, onChoose }: Props) {
  const t = useTranslations('diagnostics.why')
  if (images.length === 0)
    return (
      <Notice tone="failed" role="alert" title={t('noImage', { called: nameText(called) })}>
        <p>{t('noImageText')}</p>
      </Notice>
    )
  return (
    <div className="space-y-2">
      <Notice tone="attention" role="alert" title={t('severalImages', { called: nameText(called) })}>
        <p>{t('severalImagesText')}</p>
      </Notice>
      <ul
        aria-label={t('alike')}
        className="max-h-80 divide-y divide-hairline overflow-y-auto rounded-card border border-hairline"
      >
        {images.map((image) => (
          <Alike key={image.id} image={image} onChoose={onChoose} />
        ))}
      </ul>
    </div>
  )
}

/** One of them, by what tells it from the others. */
function Alike({ image: { id, name, visibility, updated_at }, onChoose }: Pick<Props, 'onChoose'> & { image: ImageView }) {
  const t = useTranslations()
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-3 py-2 text-table">
      <span className="min-w-0 flex-1">
        <ShownName name={name ?? id} /> <span className="text-muted">{t(`visibility.${visibility}`)}</span>
        <code className="block break-all font-mono text-meta text-muted">{id}</code>
        <span className="block text-meta text-muted">
          {t('diagnostics.why.changed')} <Moment at={updated_at} />
        </span>
      </span>
      <Button size="small" aria-label={t('diagnostics.why.takeImage', { id })} onClick={() => onChoose(id)}>
        {t('diagnostics.why.take')}
      </Button>
    </li>
  )
}
