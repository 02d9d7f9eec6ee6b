'use client'

import type { ImageFilter } from '@/lib/client/image-filters'
import { ChoicesEditor } from './filter-choices'
import { LinesEditor } from './filter-lines'
import { RangeEditor } from './filter-range'
import { TextEditor } from './filter-text-field'

interface Props {
  filter: ImageFilter
  onDone(): void
}

/** The form in which a filter's values are chosen. */
export function FilterEditor({ filter, onDone }: Props) {
  switch (filter.kind) {
    case 'words':
    case 'tags':
    case 'properties':
      return <LinesEditor filter={filter} onDone={onDone} />
    case 'choices':
    case 'choice':
    case 'flag':
      return <ChoicesEditor filter={filter} />
    case 'bytes':
    case 'numbers':
    case 'dates':
      return <RangeEditor filter={filter} onDone={onDone} />
    case 'text':
      return <TextEditor filter={filter} onDone={onDone} />
  }
}
