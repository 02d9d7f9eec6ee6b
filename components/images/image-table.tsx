'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Bytes } from '@/components/ui/bytes'
import { Moment } from '@/components/ui/moment'
import { Skeleton } from '@/components/ui/skeleton'
import { byteText } from '@/lib/client/byte-text'
import type { SortKey } from '@/lib/client/image-search'
import type { ImageView } from '@/lib/client/image-view'
import { ImageMenu } from './image-menu'
import { ImageGlyphs } from './image-name'
import { ImageStatusBadge } from './image-status'
import { ImageVisibility } from './image-visibility'
import { useImageSearch } from './use-image-search'

type Column = 'name' | 'status' | 'visibility' | 'format' | 'size' | 'owner' | 'updated'

/**
 * In order; narrow windows keep what tells images apart, and show the rest under the name. The widths hold for every
 * page and language, so that nothing jumps; the name has what is left.
 */
const columns: readonly { name: Column; sort?: SortKey; className?: string }[] = [
  { name: 'name', sort: 'name' },
  { name: 'status', sort: 'status', className: 'w-31 xl:w-[12%]' },
  { name: 'visibility', className: 'hidden w-30 lg:table-cell xl:w-[11%]' },
  {
    name: 'format',
    sort: 'disk_format',
    className: 'hidden w-24 whitespace-nowrap sm:table-cell md:hidden lg:table-cell xl:w-[9%]',
  },
  { name: 'size', sort: 'size', className: 'hidden w-34 text-right sm:table-cell xl:w-[12%]' },
  { name: 'owner', className: 'hidden min-[1400px]:table-cell min-[1400px]:w-[10%]' },
  { name: 'updated', sort: 'updated_at', className: 'hidden xl:table-cell xl:w-[17%]' },
]

interface Props {
  /** Undefined while the first page is loading. */
  images: readonly ImageView[] | undefined
  /** Shown, but no longer known to be so. */
  dimmed: boolean
}

export function ImageTable({ images, dimmed }: Props) {
  const t = useTranslations('images')
  const { search } = useImageSearch()
  const shown = columns.filter(({ name }) => name !== 'owner' || search.tab !== 'ours')
  return (
    <div className="rounded-card border border-hairline bg-surface">
      <table
        aria-label={t('table')}
        aria-busy={!images}
        className={clsx('w-full table-fixed border-collapse text-table', dimmed && 'opacity-60')}
      >
        <thead>
          <tr className="border-hairline border-b text-left text-meta text-muted">
            {shown.map((column) => (
              <Heading key={column.name} {...column} />
            ))}
            <th scope="col" className="w-12">
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="two-line-rows divide-y divide-hairline">
          {images?.map((image) => <Row key={image.id} image={image} shown={shown} />) ?? (
            <SkeletonRows columns={shown.length + 1} />
          )}
        </tbody>
      </table>
    </div>
  )
}

function Heading({ name, sort, className }: (typeof columns)[number]) {
  const t = useTranslations('images')
  const { search, change } = useImageSearch()
  const label = t(`column.${name}`)
  if (!sort) {
    return (
      <th scope="col" className={clsx('px-3 py-2 font-medium', className)}>
        {label}
      </th>
    )
  }
  const current = search.sort === sort ? search.dir : null
  const Arrow = current === 'asc' ? ArrowUp : current === 'desc' ? ArrowDown : ChevronsUpDown
  const next = current ? (current === 'asc' ? 'desc' : 'asc') : sort === 'updated_at' || sort === 'size' ? 'desc' : 'asc'
  return (
    <th
      scope="col"
      aria-sort={current ? (current === 'asc' ? 'ascending' : 'descending') : undefined}
      className={clsx('whitespace-nowrap px-1 py-1 font-medium', className)}
    >
      <button
        type="button"
        aria-label={t('sortBy', { column: label })}
        onClick={() => change({ sort, dir: next })}
        className={clsx(
          'inline-flex min-h-7 items-center gap-1 rounded-control px-2 hover:bg-hover hover:text-ink',
          current && 'text-ink',
        )}
      >
        {label}
        <Arrow size={12} aria-hidden className={current ? undefined : 'opacity-60'} />
      </button>
    </th>
  )
}

function Row({ image, shown }: { image: ImageView; shown: typeof columns }) {
  return (
    <tr className="hover:bg-hover">
      {shown.map(({ name, className }) => (
        <td key={name} className={clsx('px-3 py-1.5 align-middle', className)}>
          <Cell column={name} image={image} />
        </td>
      ))}
      <td className="px-2 py-1.5 text-right">
        <ImageMenu image={image} />
      </td>
    </tr>
  )
}

function Cell({ column, image }: { column: Column; image: ImageView }) {
  const { project } = useSignedIn()
  switch (column) {
    case 'name':
      return <NameCell image={image} />
    case 'status':
      return <ImageStatusBadge status={image.status} />
    case 'visibility':
      return <ImageVisibility visibility={image.visibility} />
    case 'format':
      return image.disk_format ?? '—'
    case 'size':
      return <SizeCell image={image} />
    case 'owner':
      return <OwnerCell owner={image.owner === project.id ? project.name : (image.owner ?? '—')} />
    case 'updated':
      return <Moment at={image.updated_at} />
  }
}

function OwnerCell({ owner }: { owner: string }) {
  return (
    <code title={owner} className="block truncate font-mono text-meta">
      {owner}
    </code>
  )
}

function NameCell({ image }: { image: ImageView }) {
  const t = useTranslations('images')
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-1.5">
        <Link
          href={`/images/${image.id}`}
          title={image.name ?? undefined}
          className={clsx(
            'line-clamp-3 min-h-6 rounded-control py-0.5 font-medium leading-5 wrap-anywhere hover:underline sm:line-clamp-2',
            image.name ? 'text-ink' : 'text-muted',
          )}
        >
          {image.name || t('noName')}
        </Link>
        <ImageGlyphs image={image} />
      </div>
      <p className="flex gap-2 truncate text-meta text-muted sm:compact:hidden">
        <code className="hidden truncate font-mono sm:inline">{image.id}</code>
        <span className="sm:hidden">
          {image.disk_format}
          {image.disk_format && image.size !== null && ' · '}
          {image.size !== null && <Bytes value={image.size} />}
        </span>
      </p>
    </div>
  )
}

function SizeCell({ image }: { image: ImageView }) {
  const t = useTranslations('images')
  const locale = useLocale()
  if (image.size === null) return '—'
  return (
    <>
      <Bytes value={image.size} />
      {image.virtual_size !== null && image.virtual_size !== image.size && (
        <p className="whitespace-nowrap text-meta text-muted compact:hidden">
          {t('virtualSize', { size: byteText(image.virtual_size, locale) })}
        </p>
      )}
    </>
  )
}

const skeletonRows = ['a', 'b', 'c', 'd', 'e', 'f']

function SkeletonRows({ columns: count }: { columns: number }) {
  return skeletonRows.map((row) => (
    <tr key={row}>
      <td colSpan={count} className="px-3 py-2">
        <Skeleton className="mb-1 h-4 w-1/3" />
        <Skeleton className="h-3 w-1/4" />
      </td>
    </tr>
  ))
}
