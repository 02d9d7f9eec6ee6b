'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ImageView } from '@/lib/client/image-view'
import { ImageRow } from './image-row'
import type { ShownColumn } from './shown-columns'
import type { Selection } from './use-selection'

interface Props {
  images: readonly ImageView[]
  columns: readonly ShownColumn[]
  selection: Selection
}

const usualHeight = 48
const around = 12

/** The rows that are in sight and some around them; empty rows keep the place of the others. */
export function VirtualRows({ images, columns, selection }: Props) {
  const before = useRef<HTMLTableRowElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const first = before.current?.getBoundingClientRect().top ?? 0
    setTop(first + window.scrollY)
  }, [])
  const rows = useWindowVirtualizer({
    count: images.length,
    estimateSize: () => usualHeight,
    overscan: around,
    scrollMargin: top,
    getItemKey: (index) => images[index]?.id ?? index,
  })
  const shown = rows.getVirtualItems()
  const above = (shown[0]?.start ?? top) - top
  const below = rows.getTotalSize() - ((shown.at(-1)?.end ?? top) - top)
  return (
    <>
      <tr ref={before} aria-hidden style={{ height: above }} />
      {shown.map(({ key, index }) => {
        const image = images[index]
        return (
          image && (
            <ImageRow
              key={key}
              image={image}
              columns={columns}
              selected={selection.chosen.has(image.id)}
              onSelect={selection.toggle}
              place={{ index, ref: rows.measureElement }}
            />
          )
        )
      })}
      <tr aria-hidden style={{ height: below }} />
    </>
  )
}
