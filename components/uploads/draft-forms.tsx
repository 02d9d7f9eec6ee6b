'use client'

import type { Draft } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { DraftForm } from './draft-form'
import { ForAll } from './for-all'

interface Props {
  drafts: readonly Draft[]
  checked: boolean
  removable: boolean
  onForm(ids: readonly string[], changes: Partial<UploadForm>): void
  onAnyway(id: string, anyway: boolean): void
  onRemove(id: string): void
}

/** More forms than this are lines, as far as nothing is to be decided. */
const fullForms = 3

/** The forms of several files, and one for what they have in common. */
export function DraftForms({ drafts, checked, removable, onForm, onAnyway, onRemove }: Props) {
  const ids = drafts.map(({ id }) => id)
  return (
    <>
      {drafts.length > 1 && <ForAll forms={drafts.map(({ form }) => form)} onChange={(changes) => onForm(ids, changes)} />}
      {drafts.map((draft) => (
        <DraftForm
          key={draft.id}
          draft={draft}
          checked={checked}
          removable={removable}
          brief={drafts.length > fullForms}
          onChange={(changes) => onForm([draft.id], changes)}
          onAnyway={(anyway) => onAnyway(draft.id, anyway)}
          onRemove={() => onRemove(draft.id)}
        />
      ))}
    </>
  )
}
