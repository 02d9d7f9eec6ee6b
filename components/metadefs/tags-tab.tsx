'use client'

import { useTranslations } from 'use-intl'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { PartsFrame } from './parts-frame'
import { TagSheet } from './tag-sheet'

/** The tags that a namespace suggests. */
export function TagsTab({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  return (
    <PartsFrame namespace={namespace} kind="tags" sheet={TagSheet}>
      {(tags, actionsOf) => (
        <ul
          aria-label={t('kindMany.tags')}
          className="divide-y divide-hairline rounded-card border border-hairline bg-surface text-table"
        >
          {tags.map((tag) => (
            <li key={tag.name} className="flex min-h-10 items-center justify-between gap-2 px-3 py-1">
              <span className="min-w-0 wrap-anywhere">{tag.name}</span>
              {actionsOf(tag)}
            </li>
          ))}
        </ul>
      )}
    </PartsFrame>
  )
}
