'use client'

import { useState } from 'react'
import type { ImageView } from '@/lib/client/image-view'
import { countChanges, type EditedFields, editedProperties, withProperty } from '@/lib/client/properties/property-changes'

/** The edits of one image's fields, until they are saved or thrown away. */
export interface PropertyEditor {
  before: EditedFields
  after: EditedFields
  count: number
  set(name: string, value: string | null): void
  setAll(properties: readonly (readonly [string, string])[]): void
  setTags(tags: readonly string[]): void
  /** Goes on from other fields than those that were read first. */
  rebase(before: EditedFields, after: EditedFields): void
  discard(): void
}

/** What is unchanged follows the image; once something is changed, what it was stands still until the save compares. */
export function usePropertyEditor(image: ImageView, { read } = editedProperties): PropertyEditor {
  const [edit, setEdit] = useState<{ before: EditedFields; after: EditedFields } | null>(null)
  const { before, after } = edit ?? { before: read(image), after: read(image) }
  const change = (next: (fields: EditedFields) => EditedFields) =>
    setEdit((current) => {
      const from = current ?? { before: read(image), after: read(image) }
      const changed = next(from.after)
      return countChanges(from.before, changed) === 0 ? null : { before: from.before, after: changed }
    })
  return {
    before,
    after,
    count: countChanges(before, after),
    set: (name, value) => change((fields) => withProperty(fields, name, value)),
    setAll: (properties) => change((fields) => properties.reduce((all, [name, value]) => withProperty(all, name, value), fields)),
    setTags: (tags) => change((fields) => ({ ...fields, tags: [...new Set(tags)].sort() })),
    rebase: (nextBefore, nextAfter) => setEdit({ before: nextBefore, after: nextAfter }),
    discard: () => setEdit(null),
  }
}
