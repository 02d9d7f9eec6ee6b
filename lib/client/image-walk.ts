import { api } from './api'
import { type ImageSearch, imageListPath } from './image-search'
import type { ImageList, ImageView } from './image-view'

/** As many as the Image API gives at once, unless its operator allows fewer. */
const pageSize = 1000

/** Every image that matches, page by page from the first one on, however many there are. */
export async function* walkImages(
  search: ImageSearch,
  projectId: string,
  signal: AbortSignal,
): AsyncGenerator<ImageView[], void, undefined> {
  const first = new URL(imageListPath({ ...search, after: [] }, projectId), window.location.origin)
  first.searchParams.set('limit', String(pageSize))
  let next: string | undefined = first.pathname + first.search
  while (next !== undefined) {
    const list: ImageList = await api<ImageList>(next, { signal })
    yield list.images
    next = list.next
  }
}
