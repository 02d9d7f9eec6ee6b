'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'use-intl'

export type Direction = 'asc' | 'desc'

interface Props {
  label: string
  /** How the rows are sorted by it; null where they are sorted by something else. */
  current: Direction | null
  /** What the first press asks for. */
  first?: Direction | undefined
  className?: string | undefined
  onSort(direction: Direction): void
}

/** The head of a column by which the rows can be sorted. */
export function SortHeading({ label, current, first = 'asc', className, onSort }: Props) {
  const t = useTranslations('images')
  const Arrow = current === 'asc' ? ArrowUp : current === 'desc' ? ArrowDown : ChevronsUpDown
  const next = current ? (current === 'asc' ? 'desc' : 'asc') : first
  return (
    <th
      scope="col"
      aria-sort={current ? (current === 'asc' ? 'ascending' : 'descending') : undefined}
      className={clsx('whitespace-nowrap px-1 py-1 font-medium', className)}
    >
      <button
        type="button"
        aria-label={t('sortBy', { column: label })}
        onClick={() => onSort(next)}
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
