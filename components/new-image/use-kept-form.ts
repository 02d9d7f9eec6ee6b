'use client'

import { useEffect, useMemo, useState } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { keptForms } from '@/lib/client/remembered'

interface Kind<Form> {
  /** Tells the forms of a page from those of another. */
  kind: 'file' | 'url'
  from(text: string | null): Form
  text(form: Form): string
}

/** What a page's form holds, which this browser keeps for the person; undefined until it is read. */
export function useKeptForm<Form>({ kind, from, text }: Kind<Form>) {
  const { user, project } = useSignedIn()
  const [form, setForm] = useState<Form>()
  const key = `${kind}-${user.id}-${project.id}`
  const kept = useMemo(() => keptForms(key), [key])
  useEffect(() => setForm(from(kept.read())), [kept, from])
  const change = (next: Form) => {
    setForm(next)
    kept.write(text(next))
  }
  return { form, change }
}
