import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { isNotThere } from './not-there'

/** Which of the images this project can no longer see, because they were deleted or are no longer shared; `at` is when that was asked. */
export function goneImagesQuery(ids: readonly string[], projectId: string, at: number) {
  return queryOptions({
    queryKey: ['images', projectId, 'gone', at, ids],
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
      const gone = new Set<string>()
      // One after the other: the page itself has something to ask as well.
      for (const id of ids) if (!(await isThere(id, signal))) gone.add(id)
      return gone
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
}

async function isThere(id: string, signal: AbortSignal): Promise<boolean> {
  try {
    await api(paths.image(id), { signal })
    return true
  } catch (error) {
    if (isNotThere(error)) return false
    throw error
  }
}
