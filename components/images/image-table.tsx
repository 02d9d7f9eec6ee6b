'use client'

import { clsx } from 'clsx'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { holding } from '@/components/ui/holding'
import { SkeletonRows } from '@/components/ui/skeleton-rows'
import type { ImageView } from '@/lib/client/image-view'
import { patiently } from '@/lib/client/patiently'
import { ImageHeading } from './image-heading'
import { ImageRow } from './image-row'
import { SelectPage } from './select-boxes'
import { type ShownColumn, shownColumns } from './shown-columns'
import { useImageColumns } from './use-image-columns'
import { useImageSearch } from './use-image-search'
import type { Selection } from './use-selection'

const VirtualRows = dynamic(
  patiently(() => import('./virtual-rows').then((module) => module.VirtualRows)),
  { ssr: false },
)

/** More rows than this are not all kept in the page. */
const manyRows = 100

interface Props {
  /** Undefined while the first page is loading. */
  images: readonly ImageView[] | undefined
  /** Which of them are no longer there, and only keep their places. */
  gone: ReadonlySet<string>
  /** Shown, but no longer known to be so. */
  dimmed: boolean
  selection: Selection
  /** Whether somebody points at a row or has the keyboard in one, so that rows should stay where they are. */
  onHold(held: boolean): void
}

/** About as many as a window shows. */
const usualRows = 16

const rowToCome = (columns: readonly ShownColumn[]) => [
  { name: 'select', blank: true },
  { name: 'name' },
  ...columns,
  { name: 'actions', blank: true },
]

const noImages: readonly ImageView[] = []

export function ImageTable({ images, gone, dimmed, selection, onHold }: Props) {
  const t = useTranslations('images')
  const { search } = useImageSearch()
  const [chosen] = useImageColumns()
  const { columns, leastWidth } = useMemo(() => shownColumns(chosen, search.tab), [chosen, search.tab])
  const many = images !== undefined && images.length > manyRows
  return (
    <div className={clsx('rounded-card border border-hairline bg-surface', leastWidth && 'wide-table')}>
      <table
        aria-label={t('table')}
        aria-busy={!images}
        aria-rowcount={many ? images.length + 1 : undefined}
        style={{ '--least-width': `${leastWidth}px` } as React.CSSProperties}
        className={clsx(
          'w-full table-fixed border-collapse text-table',
          leastWidth && 'md:min-w-(--least-width)',
          dimmed && 'opacity-60',
        )}
      >
        <Headings {...{ many, columns, gone, selection }} images={images ?? noImages} />
        <tbody className="two-line-rows divide-y divide-hairline" {...holding(onHold)}>
          {images ? (
            <Rows {...{ many, images, gone, columns, selection }} />
          ) : (
            <SkeletonRows columns={rowToCome(columns)} count={usualRows} />
          )}
        </tbody>
      </table>
    </div>
  )
}

interface RowsProps {
  many: boolean
  images: readonly ImageView[]
  gone: ReadonlySet<string>
  columns: readonly ShownColumn[]
  selection: Selection
}

function Rows({ many, ...rows }: RowsProps) {
  const { images, gone, columns, selection } = rows
  if (many) return <VirtualRows {...rows} />
  return images.map((image) => (
    <ImageRow
      key={image.id}
      image={image}
      gone={gone.has(image.id)}
      columns={columns}
      selected={selection.chosen.has(image.id)}
      onSelect={selection.toggle}
    />
  ))
}

function Headings({ many, columns, ...page }: RowsProps) {
  const t = useTranslations('images')
  return (
    <thead>
      <tr aria-rowindex={many ? 1 : undefined} className="border-hairline border-b text-left text-meta text-muted">
        <th scope="col" className="w-10 pl-3">
          <SelectPage {...page} />
        </th>
        <ImageHeading name="name" sort="name" />
        {columns.map((column) => (
          <ImageHeading key={column.name} {...column} />
        ))}
        <th scope="col" className="w-12">
          <span className="sr-only">{t('column.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
