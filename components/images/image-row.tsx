'use client'

import { clsx } from 'clsx'
import { memo, type RefCallback } from 'react'
import type { ImageView } from '@/lib/client/image-view'
import { imageCells, NameCell } from './image-cells'
import { ImageMenu } from './image-menu'
import { chosenLook, SelectImage } from './select-boxes'
import type { ShownColumn } from './shown-columns'

interface Props {
  image: ImageView
  /** The image is no longer there; the row only keeps its place. */
  gone: boolean
  columns: readonly ShownColumn[]
  selected: boolean
  /** With `through`, everything between the row that was chosen before and this one. */
  onSelect(image: ImageView, through: boolean): void
  /** Where the row stands, in a table that holds a part of its rows. */
  index?: number
  measure?: RefCallback<HTMLTableRowElement>
  onFocus?: (imageId: string) => void
}

/** One image of the list. */
export const ImageRow = memo(function ImageRow({ image, gone, columns, selected, onSelect, index, measure, onFocus }: Props) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      onFocus={onFocus && (() => onFocus(image.id))}
      className={clsx('hover:bg-hover', chosenLook(selected, gone))}
    >
      <td className="w-10 py-0! pl-3">
        <SelectImage image={image} gone={gone} selected={selected} onSelect={onSelect} />
      </td>
      <td className="px-3 align-middle max-sm:pr-0 max-sm:pl-2">
        <NameCell image={image} gone={gone} />
      </td>
      {columns.map(({ name: column, className }) => {
        const Cell = imageCells[column]
        return (
          <td key={column} className={clsx('px-3 align-middle max-sm:pr-0 max-sm:pl-2', className)}>
            <Cell image={image} />
          </td>
        )
      })}
      <td className="px-2 py-0! text-right">
        <ImageMenu image={image} gone={gone} />
      </td>
    </tr>
  )
})
