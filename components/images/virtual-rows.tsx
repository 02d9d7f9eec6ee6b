'use client'

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ImageView } from '@/lib/client/image-view'
import { withFocused } from '@/lib/client/kept-rows'
import { ImageRow } from './image-row'
import type { ShownColumn } from './shown-columns'
import type { Selection } from './use-selection'

interface Props {
  images: readonly ImageView[]
  gone: ReadonlySet<string>
  columns: readonly ShownColumn[]
  selection: Selection
}

const usualHeight = 49
const around = 12

/**
 * The rows that are in sight and some around them, and the one that has the focus with its neighbours, so that scrolling
 * takes neither the focus nor the way to the next row; empty rows keep the place of the others.
 */
export function VirtualRows({ images, gone, columns, selection }: Props) {
  const before = useRef<HTMLTableRowElement>(null)
  const [top, setTop] = useState(0)
  const [focused, setFocused] = useState<string | null>(null)
  useLayoutEffect(() => {
    const first = before.current?.getBoundingClientRect().top ?? 0
    setTop(first + window.scrollY)
  }, [])
  const rows = useWindowVirtualizer({
    count: images.length,
    estimateSize: () => usualHeight,
    overscan: around,
    scrollMargin: top,
    getItemKey: useCallback((index: number) => images[index]?.id ?? index, [images]),
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), placeOf(focused, images), images.length),
  })
  const shown = rows.getVirtualItems()
  return (
    <>
      <tr ref={before} aria-hidden style={{ height: 0 }} />
      {shown.map(({ key, index, start }, at) => {
        const image = images[index]
        return (
          image && (
            <Fragment key={key}>
              <Gap height={start - (shown[at - 1]?.end ?? top)} />
              <ImageRow
                image={image}
                gone={gone.has(image.id)}
                columns={columns}
                selected={selection.chosen.has(image.id)}
                onSelect={selection.toggle}
                index={index}
                measure={rows.measureElement}
                onFocus={setFocused}
              />
            </Fragment>
          )
        )
      })}
      <Gap height={rows.getTotalSize() + top - (shown.at(-1)?.end ?? top)} />
    </>
  )
}

function placeOf(id: string | null, images: readonly ImageView[]): number {
  return id === null ? -1 : images.findIndex((image) => image.id === id)
}

/** Keeps the place of rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />
}
