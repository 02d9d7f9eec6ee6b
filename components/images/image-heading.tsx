'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ImageColumn } from '@/lib/client/image-columns'
import type { SortKey } from '@/lib/client/image-search'
import { useImageSearch } from './use-image-search'

interface Props {
  name: ImageColumn | 'name'
  sort?: SortKey
  className?: string
}

/** What begins with the largest or the newest. */
const descendingFirst: readonly SortKey[] = ['updated_at', 'created_at', 'size']

/** The head of a column, which sorts by it where the server can. */
export function ImageHeading({ name, sort, className }: Props) {
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
  const next = current ? (current === 'asc' ? 'desc' : 'asc') : descendingFirst.includes(sort) ? 'desc' : 'asc'
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
