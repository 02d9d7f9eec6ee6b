'use client'

import { Popover } from '@base-ui/react/popover'
import { ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
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
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // A press on the button itself closes what it has opened: it does so on its own.
        if (!open && !anchor.contains(event.target as Node)) onClose()
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={6} collisionPadding={16} className="z-50">
          <Popover.Popup
            key={filter?.name ?? ''}
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('input, select, button') ?? true}
            finalFocus={() => (anchor.isConnected ? anchor : null)}
            className="max-h-(--available-height) w-[min(20rem,calc(100vw-32px))] overflow-y-auto rounded-card border border-hairline bg-surface p-3 text-ink shadow-overlay outline-none"
          >
            <Popover.Title className="mb-2 font-semibold text-body">{t(filter?.name ?? 'add')}</Popover.Title>
            {filter ? <FilterEditor filter={filter} onDone={onClose} /> : <FilterList onChoose={onChoose} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
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
