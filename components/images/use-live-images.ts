'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { useUploadList } from '@/components/uploads/upload-provider'
import { goneImagesQuery } from '@/lib/client/gone-images'
import type { ImageListQuery } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { steadyRows } from '@/lib/client/live-rows'

/** How long after a change by this person the list is taken for its outcome. */
const outcomeMs = 5000
const nothingWaits = 0
const noneGone: ReadonlySet<string> = new Set()

/**
 * A page of the list, refreshed by itself. While `held`, its rows keep their places and new ones wait, unless the person
 * has made the change: another view, something done to an image, an upload. Let go, they wait for the next refresh, so that
 * nothing moves under a pointer on its way to what shows them. `gone` are the rows whose images are no longer there: they too keep
 * their places while held, and go when let go.
 */
export function useLiveImages(query: ImageListQuery, held: boolean) {
  const { project } = useSignedIn()
  const { data, dataUpdatedAt, error, isPlaceholderData: stale, refetch } = useQuery(query)
  const change = useOwnChange()
  const uploads = useUploadList()
  const view = query.queryKey.join(' ')
  const kept = useRef<{ view: string; rows: readonly ImageView[] }>({ view: '', rows: [] })
  const heldAt = useRef(0)
  const [, render] = useState({})
  const latest = {
    list: data,
    rows: data?.images ?? (error && kept.current.rows.length > 0 ? kept.current.rows : undefined),
    waiting: nothingWaits,
  }
  const own = dataUpdatedAt >= change.from && dataUpdatedAt < change.until
  const steady = (held || dataUpdatedAt === heldAt.current) && !own && !stale && data && kept.current.view === view
  const { rows, waiting, lost } = steady ? steadyRows(kept.current.rows, data.images) : { rows: [], waiting: [], lost: [] }
  const { data: known = noneGone } = useQuery(goneImagesQuery(lost, project.id, dataUpdatedAt))
  const gone = lost.length > 0 ? known : noneGone
  const uploaded = waiting.some(({ id }) => uploads.some(({ imageId }) => imageId === id))
  const left = held ? rows : rows.filter(({ id }) => !gone.has(id))
  const shown = steady && !uploaded ? { ...latest, rows: left, waiting: waiting.length } : latest
  useEffect(() => {
    if (held) heldAt.current = dataUpdatedAt
    kept.current = { view: stale || !data ? '' : view, rows: shown.rows ?? [] }
  })
  const show = () => {
    kept.current = { view: '', rows: [] }
    render({})
  }
  return { ...shown, gone, show, error, stale, refetch }
}

/** From when to when the list shows what this person's last change does, in milliseconds. */
function useOwnChange(): { from: number; until: number } {
  const client = useQueryClient()
  const [change, setChange] = useState({ from: 0, until: 0 })
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated') return
        const step = event.action.type
        // A change ends only when the lists that it touches have come anew.
        if (step === 'pending') setChange({ from: Date.now(), until: Number.POSITIVE_INFINITY })
        if (step === 'success' || step === 'error') setChange(({ from }) => ({ from, until: Date.now() + outcomeMs }))
      }),
    [client],
  )
  return change
}
