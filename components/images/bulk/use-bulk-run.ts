'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useUploads } from '@/components/uploads/upload-provider'
import { actOn, type BulkAction } from '@/lib/client/bulk-actions'
import { type BulkOutcome, runBulk } from '@/lib/client/bulk-run'
import { imageQueries } from '@/lib/client/image-queries'
import type { ChosenImage } from '../use-selection'

const parallel = 4

interface Order {
  action: BulkAction
  images: readonly ChosenImage[]
}

export interface BulkRun {
  /** What was asked for last; null while there is nothing to show. */
  order: Order | null
  finished: number
  /** Null while it runs. */
  outcome: BulkOutcome<ChosenImage> | null
  start(order: Order): void
  stop(): void
  close(): void
}

/** Does something to many images, and keeps what became of each. */
export function useBulkRun(): BulkRun {
  const client = useQueryClient()
  const { queue } = useUploads()
  const stopping = useRef<AbortController | null>(null)
  const [finished, setFinished] = useState(0)
  const { variables, data, status, mutate, reset } = useMutation({
    mutationFn({ action, images }: Order) {
      const { signal } = begin(stopping)
      return runBulk(images, { parallel, signal, onProgress: setFinished, act: (image) => actOn(image, action) })
    },
    async onSuccess({ done }, { action }) {
      if (action.kind === 'delete') for (const { id } of done) queue.forgetImage(id)
      await client.invalidateQueries({ queryKey: imageQueries.all })
    },
  })
  return {
    order: status === 'idle' ? null : (variables ?? null),
    finished,
    outcome: data ?? null,
    start(order) {
      setFinished(0)
      mutate(order)
    },
    stop: () => stopping.current?.abort(),
    close: reset,
  }
}

/** A fresh way to stop, where the last one was. */
export function begin(stopping: RefObject<AbortController | null>): AbortController {
  const begun = new AbortController()
  stopping.current = begun
  return begun
}
