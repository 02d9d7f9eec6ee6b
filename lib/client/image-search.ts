import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { paths } from '@/lib/contract/paths'
import { visibilities } from './image-view'

export const imageTabs = ['ours', 'shared', 'community', 'public', 'all'] as const

export const sortKeys = ['name', 'status', 'disk_format', 'size', 'updated_at'] as const
export type SortKey = (typeof sortKeys)[number]

export const filterableStatuses = ['active', 'queued', 'saving', 'uploading', 'importing', 'deactivated'] as const

export const pageSizes = [25, 50, 100] as const

/** What the address of the image list can say. Every view is a link. */
export const imageSearch = {
  tab: parseAsStringLiteral(imageTabs).withDefault('ours'),
  name: parseAsString.withDefault(''),
  status: parseAsStringLiteral(filterableStatuses),
  visibility: parseAsStringLiteral(visibilities),
  sort: parseAsStringLiteral(sortKeys).withDefault('updated_at'),
  dir: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
  limit: parseAsInteger.withDefault(pageSizes[0]),
  /** The last image of each page before this one: where "previous" leads, and the marker of this page. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
}

export type ImageSearch = inferParserType<typeof imageSearch>

export const readImageSearch = createLoader(imageSearch)
export const imagesHref = createSerializer(imageSearch)

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Where the API has a view of the list. */
export function imageListPath(search: ImageSearch, projectId: string): string {
  const path = search.tab === 'shared' ? '/api/shares/images' : paths.images()
  return `${path}?${imageQuery(search, projectId)}`
}

/** The Image API's query for a view of the list. */
export function imageQuery(search: ImageSearch, projectId: string): string {
  const query = new URLSearchParams()
  if (search.tab === 'ours') query.set('owner', projectId)
  const visibility = search.tab === 'ours' || search.tab === 'all' ? search.visibility : search.tab
  if (visibility) query.set('visibility', visibility)
  else if (search.tab === 'all') query.set('visibility', 'all')
  const name = search.name.trim()
  if (uuid.test(name)) query.set('id', name)
  // The prefix keeps a colon in a name from being read as an operator.
  else if (name !== '') query.set('name', `eq:${name}`)
  if (search.status) query.set('status', search.status)
  query.set('sort', `${search.sort}:${search.dir}`)
  query.set('limit', String(search.limit))
  const marker = search.after.at(-1)
  if (marker) query.set('marker', marker)
  return query.toString()
}

export function isFiltered({ name, status, visibility }: ImageSearch): boolean {
  return name !== '' || status !== null || visibility !== null
}
