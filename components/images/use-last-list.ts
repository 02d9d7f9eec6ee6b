'use client'

import { useEffect } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { useRemembered } from '@/components/ui/use-remembered'
import { type ImageSearch, imagesHref } from '@/lib/client/image-search'
import { lastImageList } from '@/lib/client/remembered'

/** Where the list of images is as it was last seen in this tab; its beginning where it was not. */
export function useLastList(): string {
  const { user, project } = useSignedIn()
  const [query] = useRemembered(lastImageList(user.id, project.id))
  return `/images${query ?? ''}`
}

/** Keeps the view that is seen for whoever comes back to it from an image. */
export function useKeptList(search: ImageSearch) {
  const { user, project } = useSignedIn()
  const query = imagesHref(search)
  useEffect(() => lastImageList(user.id, project.id).write(query), [user.id, project.id, query])
}
