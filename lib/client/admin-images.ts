import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type inferParserType, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { isImageId } from './image-id'
import { type SortKey, sortKeys } from './image-search'
import { type ImageList, type ImageStatus, isChanging } from './image-view'
import { sortDirection } from './sort-direction'
import { storesToCome } from './stores'

const busyMs = 5_000
const quietMs = 60_000
const pageSize = '25'

/** For how long an image has to wait before it counts as stuck. */
export const stuckAges = ['1h', '1d', '7d'] as const
export type StuckAge = (typeof stuckAges)[number]

const stuckMs: Record<StuckAge, number> = { '1h': 3_600_000, '1d': 86_400_000, '7d': 604_800_000 }

/** Statuses in which an image waits for its data, or for work to end. */
export const stuckStatuses = ['queued', 'saving', 'uploading', 'importing'] as const satisfies readonly ImageStatus[]

export const listedStatuses = [...stuckStatuses, 'active', 'deactivated', 'killed', 'pending_delete'] as const

/** What the address can say of the order of images; the one that serves most unless given. */
export const imageOrder = { sort: parseAsStringLiteral(sortKeys), dir: sortDirection }
type ImageOrder = { sort: SortKey; dir: 'asc' | 'desc' }

/** The order in which such a list comes: the last changed first, of stuck images what waits the longest. */
export function orderOf({ sort, dir, stuck }: Pick<AdminImageSearch, 'sort' | 'dir' | 'stuck'>): ImageOrder {
  return { sort: sort ?? 'updated_at', dir: dir ?? (stuck && (sort ?? 'updated_at') === 'updated_at' ? 'asc' : 'desc') }
}

/** What the address of the list of all projects' images can say. */
export const adminImageSearch = {
  name: parseAsString.withDefault(''),
  /** A name, or an id. */
  project: parseAsString.withDefault(''),
  status: parseAsStringLiteral(listedStatuses),
  stuck: parseAsStringLiteral(stuckAges),
  /** The hidden ones in place of the others. */
  hidden: parseAsBoolean.withDefault(false),
  ...imageOrder,
  /** The last image of each page before this one. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
}
export type AdminImageSearch = inferParserType<typeof adminImageSearch>

/** The Image API's query for that list; `owner` is the id of the project, and `now` what ages are counted from. */
export function adminImagePath(search: AdminImageSearch, owner: string | undefined, now: number): string {
  const { stuck, status, hidden } = search
  const query = new URLSearchParams({ visibility: 'all', limit: pageSize })
  const name = search.name.trim()
  if (isImageId(name)) query.set('id', name)
  else if (name !== '') query.set('name', `eq:${name}`)
  if (owner !== undefined) query.set('owner', owner)
  if (stuck) query.set('updated_at', `lt:${new Date(now - stuckMs[stuck]).toISOString().replace(/\.\d+Z$/, 'Z')}`)
  if (status) query.set('status', status)
  else if (stuck) query.set('status', `in:${stuckStatuses.join(',')}`)
  if (hidden) query.set('os_hidden', 'true')
  const { sort, dir } = orderOf(search)
  query.set('sort', `${sort}:${dir}`)
  const marker = search.after.at(-1)
  if (marker) query.set('marker', marker)
  return `${paths.images()}?${query}`
}

/** Active images of all projects, which can be copied between stores. */
export function copyableImagesPath(
  asked: Pick<AdminImageSearch, 'name'> & Partial<Pick<AdminImageSearch, 'sort' | 'dir' | 'after'>>,
): string {
  return adminImagePath(
    { sort: null, dir: null, after: [], ...asked, project: '', status: 'active', stuck: null, hidden: false },
    undefined,
    0,
  )
}

/** A page of images at that path. */
export const imagePageQuery = (path: string, projectId: string) =>
  queryOptions({
    queryKey: ['images', projectId, 'page', path],
    queryFn: ({ signal }) => api<ImageList>(path, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.images.some((image) => isChanging(image) || storesToCome(image).length > 0) ? busyMs : quietMs,
  })
