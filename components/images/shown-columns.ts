import { type ImageColumn, usualColumns } from '@/lib/client/image-columns'
import type { ImageSearch, SortKey } from '@/lib/client/image-search'

/** How a column stands in the table. */
export interface ShownColumn {
  name: ImageColumn
  sort?: SortKey
  className: string
}

/**
 * Narrow windows keep what tells images apart, and show the rest under the name. The widths hold for every page and
 * language, so that nothing jumps, and are those of what stands there, so that the name, which has what is left, has room
 * for an id; only wide windows spread the columns.
 */
const looks: Record<ImageColumn, { sort?: SortKey; width: number; narrow: string; wide?: string }> = {
  status: { sort: 'status', width: 128, narrow: 'w-28 sm:w-32', wide: 'min-[1700px]:w-[10%]' },
  visibility: { width: 116, narrow: 'hidden w-29 lg:table-cell', wide: 'min-[1700px]:w-[9%]' },
  format: {
    sort: 'disk_format',
    width: 84,
    narrow: 'hidden w-21 whitespace-nowrap sm:table-cell md:hidden lg:table-cell',
    wide: 'min-[1700px]:w-[8%]',
  },
  container: { sort: 'container_format', width: 112, narrow: 'hidden w-28 md:table-cell' },
  size: { sort: 'size', width: 132, narrow: 'hidden w-33 text-right sm:table-cell', wide: 'min-[1700px]:w-[11%]' },
  owner: { width: 144, narrow: 'hidden w-36 min-[1400px]:table-cell', wide: 'min-[1700px]:w-[14%]' },
  architecture: { width: 120, narrow: 'hidden w-30 md:table-cell' },
  distribution: { width: 120, narrow: 'hidden w-30 md:table-cell' },
  minDisk: { width: 88, narrow: 'hidden w-22 text-right md:table-cell' },
  minRam: { width: 96, narrow: 'hidden w-24 text-right md:table-cell' },
  tags: { width: 144, narrow: 'hidden w-36 md:table-cell' },
  stores: { width: 104, narrow: 'hidden w-26 md:table-cell' },
  checksum: { width: 144, narrow: 'hidden w-36 md:table-cell' },
  created: { sort: 'created_at', width: 172, narrow: 'hidden w-43 md:table-cell' },
  updated: { sort: 'updated_at', width: 172, narrow: 'hidden w-43 xl:table-cell', wide: 'min-[1700px]:w-[14%]' },
}

const leastName = 284

/** The columns of a tab, and how wide the table has to be where more were chosen than fit. */
export function shownColumns(chosen: readonly ImageColumn[], tab: ImageSearch['tab']) {
  const names = chosen.filter((name) => name !== 'owner' || tab !== 'ours')
  const usual = names.every((name) => usualColumns.includes(name))
  const columns = names.map((name): ShownColumn => {
    const { sort, narrow, wide = '' } = looks[name]
    return { name, className: usual ? `${narrow} ${wide}` : narrow, ...(sort && { sort }) }
  })
  const width = names.reduce((sum, name) => sum + looks[name].width, leastName)
  return { columns, leastWidth: usual ? undefined : width }
}
