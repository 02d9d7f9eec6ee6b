import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { AssociationInput, NamespaceDefinition, ObjectInput, PropertyInput } from '@/lib/contract/metadefs'

/** What a namespace holds, by the API's names. */
export interface Parts {
  resource_types: AssociationInput
  properties: PropertyInput
  objects: ObjectInput
  tags: { name: string }
}

export type PartKind = keyof Parts
export type Part = Parts[PartKind]

export const partKinds = ['resource_types', 'properties', 'objects', 'tags'] as const satisfies readonly PartKind[]

export type NamespaceAttributes = Pick<
  NamespaceDefinition,
  'namespace' | 'display_name' | 'description' | 'visibility' | 'protected' | 'owner'
>

type Whole = NamespaceDefinition | NamespaceView

/** What a namespace says of itself; what it leaves out is left out. */
export function attributesOf(whole: Whole): NamespaceAttributes {
  const { namespace, display_name, description, visibility, protected: kept, owner } = whole
  return defined({ namespace, display_name, description, visibility, protected: kept, owner })
}

/** What a namespace holds, as a client writes it: without times and links. */
export function partsOf(whole: Whole): { [Kind in PartKind]: Parts[Kind][] } {
  const { resource_type_associations = [], properties = {}, objects = [], tags = [] } = whole
  return {
    resource_types: resource_type_associations.map(({ name, prefix, properties_target }) =>
      defined({ name, prefix, properties_target }),
    ),
    properties: Object.entries(properties).map(([name, schema]) => ({ ...schema, name })),
    objects: objects.map(({ name, description, required, properties: own }) =>
      defined({ name, description, required, properties: own }),
    ),
    tags: tags.map(({ name }) => ({ name })),
  }
}

/** The namespace as a file of definitions holds it, for every Glance to load. */
export function definitionOf(whole: Whole): NamespaceDefinition {
  const { resource_types, properties, objects, tags } = partsOf(whole)
  const schemas = properties.map(({ name, ...schema }) => [name, schema] as const)
  return {
    ...attributesOf(whole),
    ...(resource_types.length > 0 && { resource_type_associations: resource_types }),
    ...(schemas.length > 0 && { properties: Object.fromEntries(schemas) }),
    ...(objects.length > 0 && { objects }),
    ...(tags.length > 0 && { tags }),
  }
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
