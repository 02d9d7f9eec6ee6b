import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { isImageId } from './image-id'
import type { ImageList, ImageView } from './image-view'

const shown = 8
const recent = 200
/** How many images of one name are told apart. */
const mostAlike = 20

/**
 * Images whose name or id is the text, hidden ones too, then those changed last that contain it: the Image API itself knows no
 * partial match.
 */
export function foundImagesQuery(text: string, projectId: string) {
  return queryOptions({
    queryKey: ['images', projectId, 'found', text],
    queryFn: async ({ signal }) => {
      const exactly: Record<string, string> = isImageId(text) ? { id: text } : { name: `eq:${text}` }
      const [exact, hidden, last] = await Promise.all([
        list({ ...exactly, limit: String(shown) }, signal),
        list({ ...exactly, limit: String(shown), os_hidden: 'true' }, signal),
        list({ limit: String(recent) }, signal),
      ])
      return matching(text, [...exact, ...hidden], last)
    },
    enabled: text !== '',
  })
}

/** The images that have exactly this name and that the person can open: hidden ones, and those offered to the project, too. */
export async function imagesCalled(name: string): Promise<ImageView[]> {
  const query = { name: `eq:${name}`, member_status: 'all', limit: String(mostAlike) }
  return (await Promise.all([list(query), list({ ...query, os_hidden: 'true' })])).flat()
}

async function list(query: Record<string, string>, signal?: AbortSignal): Promise<ImageView[]> {
  const asked = new URLSearchParams({ visibility: 'all', sort: 'updated_at:desc', ...query })
  return (await api<ImageList>(`${paths.images()}?${asked}`, { ...(signal && { signal }) })).images
}

/** Each image once, those that are exactly meant first. */
export function matching(text: string, exact: readonly ImageView[], last: readonly ImageView[]): ImageView[] {
  const wanted = text.toLowerCase()
  const alike = last.filter(({ id, name }) => id.startsWith(wanted) || (name ?? '').toLowerCase().includes(wanted))
  return [...new Map([...exact, ...alike].map((image) => [image.id, image])).values()].slice(0, shown)
}
