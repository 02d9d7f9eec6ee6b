'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { imageQueries } from '@/lib/client/image-queries'
import { fieldsOf, type PropertyConflict, rebase, saveFields } from '@/lib/client/properties/property-changes'
import type { PropertyEditor } from './use-property-editor'

/** Saves the edits on top of what the image has by then; what others have changed too is asked about first. */
export function useSave(imageId: string, editor: PropertyEditor, onSaved: () => void) {
  const t = useTranslations('properties')
  const client = useQueryClient()
  const { project } = useSignedIn()
  const [conflicts, setConflicts] = useState<readonly PropertyConflict[]>([])
  const save = useMutation({
    mutationFn: async () => {
      const image = await client.fetchQuery({ ...imageQueries.one(imageId, project.id), staleTime: 0 })
      const theirs = fieldsOf(image)
      const rebased = rebase(editor.before, editor.after, theirs)
      if (rebased.conflicts.length > 0) return { theirs, ...rebased }
      await saveFields(imageId, theirs, rebased.fields)
      await client.invalidateQueries({ queryKey: imageQueries.all })
      return null
    },
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
