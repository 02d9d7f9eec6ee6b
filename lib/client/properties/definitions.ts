import { hashKey, queryOptions } from '@tanstack/react-query'
import type { NamespaceListView, NamespaceView } from '@/lib/contract/metadef-view'
import type { PropertySchema } from '@/lib/contract/metadefs'
import { paths } from '@/lib/contract/paths'
import { api } from '../api'
import type { DefinitionText } from '../metadefs/definition-texts'

/** The type of resource that images are. */
export const imageResourceType = 'OS::Glance::Image'
const freshMs = 300_000

/** Below it stands what is remembered of definitions. */
export const definitionsKey = ['definitions'] as const

/** What a property of an image may be, by the name that it has on images. */
export interface Definition {
  name: string
  schema: PropertySchema
}

/** The definitions of a namespace that are meant for images. */
export interface DefinitionGroup {
  namespace: string
  title: string
  /** Whether it is kept for a project, and not for everybody. */
  private: boolean
  definitions: Definition[]
}

/** What one namespace says of a property. */
export interface NamespaceDefinition {
  namespace: string
  schema: PropertySchema
}

/** All that the metadata definitions say of images' properties, a group for each namespace that has some. */
export const definitionsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...definitionsKey, projectId, imageResourceType],
    queryFn: async ({ signal }) => {
      const names = await namespaceNames(signal)
      const query = new URLSearchParams({ resource_type: imageResourceType })
      const wholes = names.map((name) => api<NamespaceView>(`${paths.metadefNamespace(name)}?${query}`, { signal }))
      return (await Promise.all(wholes)).map(groupOf).filter(({ definitions }) => definitions.length > 0)
    },
    staleTime: freshMs,
  })

async function namespaceNames(signal: AbortSignal): Promise<string[]> {
  const names: string[] = []
  const query = new URLSearchParams({ resource_types: imageResourceType, sort_key: 'namespace', sort_dir: 'asc' })
  let next: string | undefined = `${paths.metadefNamespaces()}?${query}`
  while (next) {
    const page: NamespaceListView = await api<NamespaceListView>(next, { signal })
    names.push(...page.namespaces.map(({ namespace }) => namespace))
    next = page.next
  }
  return names
}

function groupOf({ namespace, display_name, visibility, properties, objects = [] }: NamespaceView): DefinitionGroup {
  const schemas = Object.assign({}, ...objects.map((object) => object.properties), properties) as Record<string, PropertySchema>
  const definitions = Object.entries(schemas).map(([name, schema]) => ({ name, schema }))
  return {
    namespace,
    title: display_name ?? namespace,
    private: visibility === 'private',
    definitions: definitions.sort((a, b) => a.name.localeCompare(b.name)),
  }
}

/**
 * What is said of each property, by its name on images. Where namespaces differ, that of a private one goes first, because a
 * project has made it for itself, and among equals that whose name does. Namespaces that ask the same of a value are there once.
 */
export function definitionsByName(groups: readonly DefinitionGroup[]): Map<string, NamespaceDefinition[]> {
  const found = new Map<string, NamespaceDefinition[]>()
  const ordered = [...groups].sort((a, b) => Number(b.private) - Number(a.private) || a.namespace.localeCompare(b.namespace))
  for (const { namespace, definitions } of ordered) {
    for (const { name, schema } of definitions) {
      const others = found.get(name) ?? []
      if (!others.some((other) => asksOf(other.schema) === asksOf(schema))) found.set(name, [...others, { namespace, schema }])
    }
  }
  return found
}

function asksOf(schema: PropertySchema): string {
  return hashKey([{ ...schema, title: '', description: '' }])
}

/** The groups with what contains every word of the text in its name, title, description or namespace, as written or as shown. */
export function searchDefinitions(groups: readonly DefinitionGroup[], text: string, say: DefinitionText): DefinitionGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (group: DefinitionGroup, { name, schema }: Definition) => {
    const texts = [group.title, schema.title, schema.description ?? '']
    const said = [group.namespace, name, ...texts, ...texts.map(say)].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  }
  return groups
    .map((group) => ({ ...group, definitions: group.definitions.filter((definition) => fits(group, definition)) }))
    .filter(({ definitions }) => definitions.length > 0)
}
