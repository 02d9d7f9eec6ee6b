'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { SortHeading } from '@/components/ui/sort-heading'
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
  return (
    <SortHeading
      label={label}
      current={search.sort === sort ? search.dir : null}
      first={descendingFirst.includes(sort) ? 'desc' : 'asc'}
      className={clsx(className, 'max-sm:px-0')}
      onSort={(dir) => change({ sort, dir })}
    />
  )
}
