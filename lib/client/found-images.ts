import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { isImageId } from './image-id'
import type { ImageList, ImageView } from './image-view'

const shown = 8
const recent = 200
/**
 * Images whose name or id is the text, hidden ones too, then those changed last that contain it: the Image API itself knows no
 * partial match.
 */
export function foundImagesQuery(text: string, projectId: string) {
  return queryOptions({
    queryKey: ['images', projectId, 'found', text],
    queryFn: async ({ signal }) => {
      const list = async (query: Record<string, string>) => {
        const asked = new URLSearchParams({ visibility: 'all', sort: 'updated_at:desc', ...query })
        return (await api<ImageList>(`${paths.images()}?${asked}`, { signal })).images
      }
      const exactly: Record<string, string> = isImageId(text) ? { id: text } : { name: `eq:${text}` }
      const [exact, hidden, last] = await Promise.all([
        list({ ...exactly, limit: String(shown) }),
        list({ ...exactly, limit: String(shown), os_hidden: 'true' }),
        list({ limit: String(recent) }),
      ])
      return matching(text, [...exact, ...hidden], last)
    },
    enabled: text !== '',
  })
}

/** Each image once, those that are exactly meant first. */
export function matching(text: string, exact: readonly ImageView[], last: readonly ImageView[]): ImageView[] {
  const wanted = text.toLowerCase()
  const alike = last.filter(({ id, name }) => id.startsWith(wanted) || (name ?? '').toLowerCase().includes(wanted))
  return [...new Map([...exact, ...alike].map((image) => [image.id, image])).values()].slice(0, shown)
}
