import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { paths } from '@/lib/contract/paths'
import {
  type FilterName,
  filterableStatuses,
  filterParameters,
  type ImageFilter,
  imageFilters,
  isPropertyName,
  isSet,
  memberStatuses,
  parseAsDates,
  parseAsNumbers,
  splitProperty,
} from './image-filters'
import { visibilities } from './image-view'
import { sortDirection } from './sort-direction'

export const imageTabs = ['ours', 'shared', 'community', 'public', 'all'] as const

export const sortKeys = ['name', 'status', 'disk_format', 'container_format', 'size', 'created_at', 'updated_at'] as const
export type SortKey = (typeof sortKeys)[number]

export const pageSizes = [20, 50, 100, 500] as const

const words = parseAsNativeArrayOf(parseAsString)
const yesOrNo = parseAsStringLiteral(['true', 'false'])
const property = createParser({
  parse: (text) => (isPropertyName(splitProperty(text)[0]) ? text : null),
  serialize: (text: string) => text,
})

/** What the address of the image list can say. Every view is a link. */
export const imageSearch = {
  tab: parseAsStringLiteral(imageTabs).withDefault('ours'),
  name: words,
  status: parseAsNativeArrayOf(parseAsStringLiteral(filterableStatuses)),
  visibility: parseAsStringLiteral(visibilities),
  os_hidden: parseAsStringLiteral(['true']),
  disk_format: words,
  container_format: words,
  tag: words,
  property: parseAsNativeArrayOf(property),
  owner: parseAsString,
  size: parseAsNumbers,
  virtual_size: parseAsNumbers,
  min_disk: parseAsNumbers,
  min_ram: parseAsNumbers,
  created_at: parseAsDates,
  updated_at: parseAsDates,
  protected: yesOrNo,
  member_status: parseAsStringLiteral(memberStatuses),
  checksum: parseAsString,
  os_hash_value: parseAsString,
  sort: parseAsStringLiteral(sortKeys).withDefault('updated_at'),
  dir: sortDirection.withDefault('desc'),
  limit: parseAsNumberLiteral(pageSizes).withDefault(pageSizes[0]),
  /** The last image of each page before this one: where "previous" leads, and the marker of this page. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
  /** How many pages lie before those of `after`, which an address cannot hold for ever. */
  passed: parseAsInteger.withDefault(0),
}

export type ImageSearch = inferParserType<typeof imageSearch>

export const readImageSearch = createLoader(imageSearch)
export const imagesHref = createSerializer(imageSearch)

/** Makes of a view of a list all that match it, from the first page on, in an order that nothing done to an image disturbs. */
export const wholeList = { sort: 'created_at', dir: 'asc', limit: pageSizes[0], after: [] as string[] } as const

/** How many ways back an address holds at most. */
const mostMarkers = 50

/** The page after this one, which ends with that image. */
export function nextPage({ after, passed }: ImageSearch, lastId: string): Pick<ImageSearch, 'after' | 'passed'> {
  const markers = [...after, lastId]
  const dropped = Math.max(0, markers.length - mostMarkers)
  return { after: markers.slice(dropped), passed: passed + dropped }
}

/** The page before this one; the first where the address no longer knows it. */
export function previousPage({ after, passed }: ImageSearch): Pick<ImageSearch, 'after' | 'passed'> {
  return after.length > 1 || passed === 0 ? { after: after.slice(0, -1), passed } : { after: [], passed: 0 }
}

/** Which filters a tab does not fix itself. */
export function filtersOf(tab: ImageSearch['tab']): readonly ImageFilter[] {
  const fixed: Record<typeof tab, readonly FilterName[]> = {
    ours: ['owner', 'member_status'],
    shared: ['visibility', 'member_status'],
    community: ['visibility', 'member_status'],
    public: ['visibility', 'member_status'],
    all: [],
  }
  return imageFilters.filter(({ name }) => !fixed[tab].includes(name))
}

/** The filters that narrow the list. */
export function activeFilters(search: ImageSearch): readonly ImageFilter[] {
  return filtersOf(search.tab).filter(({ name }) => isSet(search[name]))
}

export function isFiltered(search: ImageSearch): boolean {
  return activeFilters(search).length > 0
}

/** The change that takes every filter away. */
export const noFilters = Object.fromEntries(imageFilters.map(({ name }) => [name, null])) as Record<FilterName, null>

/** Where the API has a view of the list. */
export function imageListPath(search: ImageSearch, projectId: string): string {
  const path = search.tab === 'shared' ? '/api/shares/images' : paths.images()
  return `${path}?${imageQuery(search, projectId)}`
}

/** The Image API's query for a view of the list. */
function imageQuery(search: ImageSearch, projectId: string): string {
  const query = new URLSearchParams(activeFilters(search).flatMap((filter) => filterParameters(filter, search[filter.name])))
  if (search.tab === 'ours') query.set('owner', projectId)
  else if (search.tab !== 'all') query.set('visibility', search.tab)
  else if (!query.has('visibility')) query.set('visibility', 'all')
  query.set('sort', `${search.sort}:${search.dir}`)
  query.set('limit', String(search.limit))
  const marker = search.after.at(-1)
  if (marker) query.set('marker', marker)
  return query.toString()
}
