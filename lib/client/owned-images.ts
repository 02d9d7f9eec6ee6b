import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import type { ImageList } from './image-view'

const most = '100'

/** How many images a project owns now, hidden ones apart; `more` where there are more of either than were asked for. */
export const ownedImagesQuery = (owner: string, projectId: string) =>
  queryOptions({
    queryKey: ['images', projectId, 'owned', owner],
    queryFn: async ({ signal }) => {
      const list = (hidden: 'true' | 'false') => {
        const query = new URLSearchParams({ owner, visibility: 'all', os_hidden: hidden, limit: most })
        return api<ImageList>(`${paths.images()}?${query}`, { signal })
      }
      const [shown, hidden] = await Promise.all([list('false'), list('true')])
      const more = shown.next !== undefined || hidden.next !== undefined
      return { shown: shown.images.length, hidden: hidden.images.length, more }
    },
    // A question before a deletion is answered by how things are now.
    staleTime: 0,
    gcTime: 0,
  })
