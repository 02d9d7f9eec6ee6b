'use client'

import { clsx } from 'clsx'
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { ImageView } from '@/lib/client/image-view'
import { useImageName } from './image-name'
import type { Selection } from './use-selection'

/** How the row of an image looks that is chosen, or no longer there. */
export function chosenLook(selected: boolean, gone: boolean): string {
  return clsx('has-[a:focus-visible]:bg-hover', selected && 'bg-progress-soft', gone && 'bg-canvas text-muted grayscale')
}

interface ImageProps {
  image: ImageView
  /** The image is no longer there. */
  gone: boolean
  selected: boolean
  /** With `through`, everything between the row that was chosen before and this one. */
  onSelect(image: ImageView, through: boolean): void
}

/** Chooses one image. */
export function SelectImage({ image, gone, selected, onSelect }: ImageProps) {
  const t = useTranslations('images')
  const name = useImageName()(image)
  return (
    <label className="flex size-7 items-center justify-center">
      <input
        type="checkbox"
        aria-label={t('select', { name })}
        checked={selected}
        // Disabled outright, it would lose the focus that it may have.
        aria-disabled={gone || undefined}
        onChange={() => undefined}
        onClick={(event: MouseEvent) => !gone && onSelect(image, event.shiftKey)}
        className="size-4 accent-primary aria-disabled:opacity-50"
      />
    </label>
  )
}

interface PageProps {
  /** The rows of the page. */
  images: readonly ImageView[]
  /** Which of them are no longer there. */
  gone: ReadonlySet<string>
  selection: Selection
}

/** Chooses every image of the page, or none of them where all are chosen. */
export function SelectPage({ images: rows, gone, selection }: PageProps) {
  const t = useTranslations('images')
  const images = rows.filter(({ id }) => !gone.has(id))
  const here = images.filter(({ id }) => selection.chosen.has(id))
  const all = images.length > 0 && here.length === images.length
  const turn = () => {
    const ids = new Set(images.map(({ id }) => id))
    const elsewhere = [...selection.chosen.values()].filter(({ id }) => !ids.has(id))
    selection.set(all ? elsewhere : [...elsewhere, ...images])
  }
  return (
    <label className="flex size-7 items-center justify-center">
      <input
        type="checkbox"
        aria-label={t('selectPage')}
        checked={all}
        disabled={images.length === 0}
        ref={(box) => {
          if (box) box.indeterminate = here.length > 0 && !all
        }}
        onChange={turn}
        className="size-4 accent-primary"
      />
    </label>
  )
}
