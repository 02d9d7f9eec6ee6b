import { queryOptions } from '@tanstack/react-query'
import { isProblem } from '@/lib/contract/problem'
import { api } from './api'
import type { ImageList, ImageView } from './image-view'

/** As many as the Image API gives at once, unless its operator allows fewer. */
const pageSize = 1000

/** Every image of the list at that path, page by page from the first one on, however many there are. */
export async function* walkImages(path: string, signal: AbortSignal): AsyncGenerator<ImageView[], void, undefined> {
  let next: string | undefined = firstPage(path)
  let before: readonly ImageView[] = []
  while (next !== undefined) {
    const list: ImageList = await pageAfter(before, next, signal)
    yield list.images
    before = list.images
    next = list.next
  }
}

/** The page at that path. Where the image after which it begins is gone by now, it begins after one that is still there. */
async function pageAfter(before: readonly ImageView[], path: string, signal: AbortSignal): Promise<ImageList> {
  const page = new URL(path, window.location.origin)
  for (let repeated = 0; ; repeated = repeated * 2 + 1) {
    try {
      const list = await api<ImageList>(page.pathname + page.search, { signal })
      const known = new Set(before.slice(before.length - repeated).map(({ id }) => id))
      return { ...list, images: list.images.filter(({ id }) => !known.has(id)) }
    } catch (error) {
      const earlier = before.at(-2 * repeated - 2)
      if (!earlier || !isProblem(error) || error.kind !== 'badRequest') throw error
      page.searchParams.set('marker', earlier.id)
    }
  }
}

/**
 * How many images the list at that path has, where one question tells: as many as the Image API gives at once, or fewer; null
 * for more.
 */
export const matchingQuery = (path: string, projectId: string) =>
  queryOptions({
    queryKey: ['images', projectId, 'matching', path],
    queryFn: async ({ signal }) => {
      const { images, next } = await api<ImageList>(firstPage(path), { signal })
      return next === undefined ? images.length : null
    },
    staleTime: 60_000,
  })

function firstPage(path: string): string {
  const first = new URL(path, window.location.origin)
  first.searchParams.set('limit', String(pageSize))
  first.searchParams.delete('marker')
  return first.pathname + first.search
}
