'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import { type EditedKind, editedProperties, type PropertyConflict, rebase } from '@/lib/client/properties/property-changes'
import { isProblem } from '@/lib/contract/problem'
import type { PropertyEditor } from './use-property-editor'

/** How often others may be quicker before the person is told. */
const mostRaces = 5

interface Options {
  imageId: string
  editor: PropertyEditor
  kind?: EditedKind
  onSaved(): void
}

/** Saves the edits on top of what the image has by then; what others have changed too is asked about first. */
export function useSave({ imageId, editor, kind = editedProperties, onSaved }: Options) {
  const t = useTranslations('properties')
  const client = useQueryClient()
  const { project } = useSignedIn()
  const [conflicts, setConflicts] = useState<readonly PropertyConflict[]>([])
  const save = useMutation({
    mutationFn: async () => {
      const image = await client.fetchQuery({ ...imageQueries.one(imageId, project.id), staleTime: 0 })
      const theirs = kind.read(image)
      const rebased = rebase(editor.before, editor.after, theirs)
      if (rebased.conflicts.length > 0) return { theirs, ...rebased }
      await kind.save(image, theirs, rebased.fields)
      await client.invalidateQueries({ queryKey: imageQueries.all })
      return null
    },
    // Somebody else was quicker than this save: what they have changed is read and compared again.
    retry: (failures, error) => failures < mostRaces && isProblem(error) && error.kind === 'preconditionFailed',
    retryDelay: 0,
    onSuccess: (clash) => {
      if (clash) {
        editor.rebase(clash.theirs, clash.fields)
        return setConflicts(clash.conflicts)
      }
      if (editor.count > 0) toast.success(t('saved', { count: editor.count }))
      editor.discard()
      onSaved()
    },
  })
  return { save, conflicts }
}
