'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { namesOnImages, type Usage, usageOf, usageQuery } from '@/lib/client/metadefs/usage'
import type { NamespaceView } from '@/lib/contract/metadef-view'

/** Which images have the namespace's properties, of those that were read so far, and a way to read more of them. */
export function useUsage(namespace: NamespaceView) {
  const { project } = useSignedIn()
  const names = useMemo(() => namesOnImages(namespace), [namespace])
  const { data, error, isFetching, fetchNextPage } = useInfiniteQuery({
    ...usageQuery(project.id),
    enabled: names.size > 0,
  })
  const usage = useMemo<Usage | null>(() => (data ? usageOf(data.pages, names) : null), [data, names])
  return { usage, error, isFetching, countOn: fetchNextPage }
}
