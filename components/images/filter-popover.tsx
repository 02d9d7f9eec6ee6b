'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { AnchoredPopover } from '@/components/ui/anchored-popover'
import type { ImageFilter } from '@/lib/client/image-filters'
import { filtersOf } from '@/lib/client/image-search'
import { FilterEditor } from './filter-editor'
import { useImageSearch } from './use-image-search'

interface Props {
  /** Null while it is to be chosen. */
  filter: ImageFilter | null
  anchor: HTMLElement
  onChoose(filter: ImageFilter): void
  onClose(): void
}

/** The editor of one filter beside its button, or the list of all filters that there are. */
export function FilterPopover({ filter, anchor, onChoose, onClose }: Props) {
  const t = useTranslations('filters')
  return (
    <AnchoredPopover key={filter?.name ?? ''} title={t(filter?.name ?? 'add')} anchor={anchor} onClose={onClose}>
      {filter ? <FilterEditor filter={filter} onDone={onClose} /> : <FilterList onChoose={onChoose} />}
    </AnchoredPopover>
  )
}

function FilterList({ onChoose }: Pick<Props, 'onChoose'>) {
  const t = useTranslations('filters')
  const { search } = useImageSearch()
  return (
    <ul>
      {filtersOf(search.tab).map((filter) => (
        <li key={filter.name}>
          <button
            type="button"
            onClick={() => onChoose(filter)}
            className="flex min-h-8 w-full items-center justify-between gap-2 rounded-control px-2 text-left text-table hover:bg-hover"
          >
            {t(filter.name)}
            <ChevronRight size={14} aria-hidden className="text-muted" />
          </button>
        </li>
      ))}
    </ul>
  )
}
