'use client'

import { useEffect, useState } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { keptForms } from '@/lib/client/remembered'
import { draftsFrom, draftsText, type KeptDraft } from '@/lib/client/uploads/kept-drafts'

/** The drafts of the page, which this browser keeps for the person; undefined until they are read. */
export function useKeptDrafts() {
  const { user, project } = useSignedIn()
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>()
  const key = `${user.id}-${project.id}`
  useEffect(() => setDrafts(draftsFrom(keptForms(key).read())), [key])
  const change = (next: readonly KeptDraft[]) => {
    setDrafts(next)
    keptForms(key).write(draftsText(next))
  }
  return { drafts, change }
}
