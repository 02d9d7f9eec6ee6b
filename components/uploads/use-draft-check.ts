'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ImageView } from '@/lib/client/image-view'
import type { Draft } from '@/lib/client/uploads/draft'
import { misfitsOf } from './draft-form'
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
  const start = useMutation({
    mutationFn: async () => {
      // The first shown is the first sent.
      for (const { file, handle, form } of drafts) await queue.add({ file, handle, form, imageId: target?.id ?? null })
    },
    onSuccess: onStarted,
  })
  const misfits = drafts.filter((draft) => misfitsOf(draft).size > 0).length
  return {
    form,
    start,
    checked,
    misfits,
    submit() {
      if (misfits === 0) return start.mutate()
      // Only what is rendered as wrong can be shown.
      flushSync(() => setChecked(true))
      showFirstMisfit(form.current)
    },
    reset() {
      setChecked(false)
      start.reset()
    },
  }
}

/** The first control that is marked as wrong: in sight, and ready to be mended. */
function showFirstMisfit(form: HTMLFormElement | null) {
  const control = form?.querySelector<HTMLElement>('[aria-invalid=true]')
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
