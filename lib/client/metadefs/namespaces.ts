import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NamespaceListView, NamespaceView } from '@/lib/contract/metadef-view'
import { paths } from '@/lib/contract/paths'
import { api } from '../api'
import { unlessGone } from '../ask-again'
import type { Locale } from '../locale'
import { type DefinitionText, definitionText, definitionTexts } from './definition-texts'
import { type NamespaceSearch, namespaceListPath } from './namespace-search'

const quietMs = 60_000

/** A page of namespaces, and whether more follow. */
export interface NamespacePage {
  namespaces: NamespaceView[]
  more: boolean
}

/** Whatever is shown of metadata definitions; every change of one invalidates all below `['metadefs']`. */
export const metadefQueries = {
  all: ['metadefs'] as const,
  list: (search: NamespaceSearch, projectId: string, locale: Locale) =>
    queryOptions({
      queryKey: ['metadefs', projectId, 'list', search, locale],
      queryFn: ({ signal }) => pageOf(search, locale, signal),
      placeholderData: keepPreviousData,
      refetchInterval: quietMs,
    }),
  one: (name: string, projectId: string) =>
    queryOptions({
      queryKey: ['metadefs', projectId, 'one', name],
      queryFn: ({ signal }) => api<NamespaceView>(paths.metadefNamespace(name), { signal }),
      refetchInterval: ({ state: { error } }) => unlessGone(quietMs, error),
    }),
  resourceTypes: (projectId: string) =>
    queryOptions({
      queryKey: ['metadefs', projectId, 'resource types'],
      queryFn: async ({ signal }) => {
        const { resource_types } = await api<{ resource_types: { name: string }[] }>(paths.metadefResourceTypes(), { signal })
        return resource_types.map(({ name }) => name).sort()
      },
    }),
}

async function pageOf(search: NamespaceSearch, locale: Locale, signal: AbortSignal): Promise<NamespacePage> {
  const say = definitionText(await definitionTexts(locale))
  const found: NamespaceView[] = []
  let next: string | undefined = namespaceListPath(search)
  while (next && found.length <= search.limit) {
    const page: NamespaceListView = await api<NamespaceListView>(next, { signal })
    found.push(...page.namespaces.filter((namespace) => says(namespace, search.name, say)))
    next = page.next
  }
  return { namespaces: found.slice(0, search.limit), more: found.length > search.limit }
}

/** Whether every word of the text stands in what people know a namespace by, as it was written or as it is shown. */
function says({ namespace, display_name = '', description = '' }: NamespaceView, text: string, say: DefinitionText): boolean {
  const said = [namespace, display_name, description, say(display_name), say(description)].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}
