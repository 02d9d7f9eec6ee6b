'use client'

import { clsx } from 'clsx'
import { type MouseEvent, memo, type RefCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { ImageView } from '@/lib/client/image-view'
import { imageCells, NameCell } from './image-cells'
import { ImageMenu } from './image-menu'
import { useImageName } from './image-name'
import type { ShownColumn } from './shown-columns'

interface Props {
  image: ImageView
  columns: readonly ShownColumn[]
  selected: boolean
  /** With `through`, everything between the row that was chosen before and this one. */
  onSelect(image: ImageView, through: boolean): void
  /** Where the row stands, in a table that holds a part of its rows. */
  place?: { index: number; ref: RefCallback<HTMLTableRowElement> }
}

/** One image of the list. */
export const ImageRow = memo(function ImageRow({ image, columns, selected, onSelect, place }: Props) {
  const t = useTranslations('images')
  const name = useImageName()(image)
  return (
    <tr
      ref={place?.ref}
      data-index={place?.index}
      aria-rowindex={place && place.index + 2}
      className={clsx('hover:bg-hover has-[a:focus-visible]:bg-hover', selected && 'bg-progress-soft')}
    >
      <td className="w-10 pl-3">
        <label className="flex size-7 items-center justify-center">
          <input
            type="checkbox"
            aria-label={t('select', { name })}
            checked={selected}
            onChange={() => undefined}
            onClick={(event: MouseEvent) => onSelect(image, event.shiftKey)}
            className="size-4 accent-primary"
          />
        </label>
      </td>
      <td className="px-3 align-middle">
        <NameCell image={image} />
      </td>
      {columns.map(({ name: column, className }) => {
        const Cell = imageCells[column]
        return (
          <td key={column} className={clsx('px-3 align-middle', className)}>
            <Cell image={image} />
          </td>
        )
      })}
      <td className="px-2 text-right">
        <ImageMenu image={image} />
      </td>
    </tr>
  )
})
