import type { ImageView } from '@/lib/contract/image'
import type { ShareListView, ShareQuery } from '@/lib/contract/share'
import type { Image } from '../images/image'
import type { ReceivedPage } from './member-service'
import { memberView } from './member-view'

/** Domain → wire; `view` writes an image as the caller may see it. */
export function shareListView(page: ReceivedPage, query: ShareQuery, view: (image: Image) => ImageView): ShareListView {
  const { shares, counts, next } = page
  return {
    shares: shares.map(({ member, image }) => ({ member: memberView(member), image: view(image) })),
    counts,
    ...(next !== undefined && { next: `/api/shares?${new URLSearchParams({ ...texts(query), marker: next })}` }),
  }
}

/** A page of the image list whose next one is found where it was. */
export function receivedImagesView(images: ImageView[], search: URLSearchParams, more: boolean) {
  const next = new URLSearchParams(search)
  const last = images.at(-1)
  if (last) next.set('marker', last.id)
  return { images, ...(more && { next: `/api/shares/images?${next}` }) }
}

function texts(query: ShareQuery): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}
