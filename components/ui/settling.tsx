'use client'

import { type QueryFilters, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const patienceMs = 1000
/** What may move items, by its `meta`, and is asked for the first time. */
const unknown: QueryFilters = { predicate: ({ meta: { refuses } = {}, state }) => refuses === true && state.data === undefined }

/** Marks what it stands in, behind what asks there, until all answers have come or have been waited for long enough. */
export function Settling() {
  const client = useQueryClient()
  const asking = useIsFetching(unknown)
  const [settled, setSettled] = useState(false)
  // Counted anew: what stands before this has begun to ask only after it was drawn.
  useEffect(() => {
    if (asking === 0 && client.isFetching(unknown) === 0) setSettled(true)
  }, [asking, client])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return settled ? null : <span hidden data-settling />
}
