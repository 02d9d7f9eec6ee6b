import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { namespaceVisibilities } from '@/lib/contract/metadef-words'
import { paths } from '@/lib/contract/paths'
import { sortDirection } from '../sort-direction'

export const namespaceSortKeys = ['namespace', 'visibility', 'owner', 'updated_at'] as const
export type NamespaceSortKey = (typeof namespaceSortKeys)[number]

/** What the address of the list of namespaces can say. Every view is a link. */
export const namespaceSearch = {
  name: parseAsString.withDefault(''),
  visibility: parseAsStringLiteral(namespaceVisibilities),
  type: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(namespaceSortKeys).withDefault('namespace'),
  dir: sortDirection.withDefault('asc'),
  limit: parseAsInteger.withDefault(25),
  /** The last namespace of each page before this one. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
}

export type NamespaceSearch = inferParserType<typeof namespaceSearch>

export const readNamespaceSearch = createLoader(namespaceSearch)
export const namespacesHref = createSerializer(namespaceSearch)

const searchedAtOnce = 100

/** The Image API's path for a view of the list. It knows no part of a name, so a search goes through larger pages. */
export function namespaceListPath(search: NamespaceSearch): string {
  const query = new URLSearchParams({ sort_key: search.sort, sort_dir: search.dir })
  if (search.visibility) query.set('visibility', search.visibility)
  if (search.type !== '') query.set('resource_types', search.type)
  // One more than is shown says whether there are more.
  query.set('limit', String(search.name.trim() === '' ? search.limit + 1 : searchedAtOnce))
  const marker = search.after.at(-1)
  if (marker !== undefined) query.set('marker', marker)
  return `${paths.metadefNamespaces()}?${query}`
}

export function isFilteredNamespaces({ name, visibility, type }: NamespaceSearch): boolean {
  return name.trim() !== '' || visibility !== null || type !== ''
}

/** The page of a namespace. */
export function namespaceHref(name: string): string {
  return `/metadefs/${encodeURIComponent(name)}`
}
