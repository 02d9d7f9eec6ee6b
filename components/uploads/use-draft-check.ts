'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { showFirst } from '@/components/form/show-first'
import type { ImageView } from '@/lib/client/image-view'
import type { Draft } from '@/lib/client/uploads/draft'
import { isToCheck, misfitsOf } from './draft-misfits'
import { useUploads } from './upload-provider'

interface Options {
  drafts: readonly Draft[]
  /** The queued image that the file is for, if it is for one. */
  target: ImageView | null
  onStarted(): void
}

/** Starts the uploads of forms that are right; shows the first that is not. */
export function useDraftCheck({ drafts, target, onStarted }: Options) {
  const { queue } = useUploads()
  const form = useRef<HTMLFormElement>(null)
  const [checked, setChecked] = useState(false)
  // A second click or a second try sends nothing twice.
  const starting = useRef(false)
  const added = useRef(new Set<string>())
  const start = useMutation({
    mutationFn: async () => {
      // The first shown is the first sent.
      for (const { id, file, handle, form } of drafts.filter(({ id }) => !added.current.has(id))) {
        await queue.add({ file, handle, form, imageId: target?.id ?? null })
        added.current.add(id)
      }
    },
    onSuccess: onStarted,
    onSettled: () => {
      starting.current = false
    },
  })
  const startOnce = () => {
    if (!starting.current) start.mutate()
    starting.current = true
  }
  const misfits = drafts.filter((draft) => misfitsOf(draft).size > 0).length
  return {
    form,
    start,
    checked,
    misfits,
    toCheck: drafts.filter(isToCheck).length,
    showToCheck: () => showFirst(form.current, '[data-to-check]'),
    submit() {
      if (misfits === 0) return startOnce()
      // Only what is rendered as wrong can be shown.
      flushSync(() => setChecked(true))
      showFirst(form.current, '[aria-invalid=true], [data-insistent]')
    },
    reset() {
      setChecked(false)
      start.reset()
    },
  }
}
