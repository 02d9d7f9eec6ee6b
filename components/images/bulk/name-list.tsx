'use client'

import { useTranslations } from 'use-intl'
import { ShownName } from '@/components/ui/shown-name'
import { useImageName } from '../image-name'
import { ShortId } from '../short-id'
import type { ChosenImage } from '../use-selection'

interface Props {
  /** What these images are, for those who do not see where the list stands. */
  label: string
  images: readonly ChosenImage[]
}

const mostNames = 100

/** Images by their names, which need not be unique, and ids; the first hundred of them, nothing where there are none. */
export function NameList({ label, images }: Props) {
  const t = useTranslations('bulk')
  const name = useImageName()
  if (images.length === 0) return null
  return (
    <ul
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
      tabIndex={0}
      className="max-h-48 list-inside list-disc overflow-y-auto rounded-control border border-hairline px-3 py-2 text-ink text-table"
    >
      {images.slice(0, mostNames).map((image) => (
        <li key={image.id} className="wrap-anywhere">
          <ShownName name={name(image)} />
          {name(image) !== image.id && (
            <>
              {' '}
              <ShortId id={image.id} />
            </>
          )}
        </li>
      ))}
      {images.length > mostNames && <li>{t('moreNames', { count: images.length - mostNames })}</li>}
    </ul>
  )
}
