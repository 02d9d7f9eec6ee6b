import type { FilterName } from './image-filters'
import { filtersOf, type ImageSearch } from './image-search'

/** The same search among all images that the project sees, from its first page; without filters that its tab does not heed. */
export function amongAll(search: ImageSearch): ImageSearch {
  const heeded = new Set<FilterName>(filtersOf(search.tab).map(({ name }) => name))
  return {
    ...search,
    ...{ tab: 'all', after: [], passed: 0 },
    owner: heeded.has('owner') ? search.owner : null,
    visibility: heeded.has('visibility') ? search.visibility : null,
    member_status: heeded.has('member_status') ? search.member_status : null,
  }
}
