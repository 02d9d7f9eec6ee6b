import type { PropertySchema } from '@/lib/contract/metadefs'
import { paths } from '@/lib/contract/paths'
import type {
  Association,
  MetadefObject,
  Namespace,
  NamespaceWithAssociations,
  Property,
  Stored,
  Tag,
  Times,
  WholeNamespace,
} from './metadef'

type Wire = Record<string, unknown>

/** Domain → wire: a namespace's own attributes. What is not set is left out. */
export function namespaceView(namespace: Namespace): Wire {
  return {
    namespace: namespace.name,
    ...(namespace.displayName !== null && { display_name: namespace.displayName }),
    ...(namespace.description !== null && { description: namespace.description }),
    visibility: namespace.visibility,
    protected: namespace.protected,
    owner: namespace.owner,
    ...wireTimes(namespace),
    self: paths.metadefNamespace(namespace.name),
    schema: paths.schema('metadefs/namespace'),
  }
}

/** A namespace with all that it holds, newest tags first; `created` just now, its associations have no times and its tags their order. */
export function wholeNamespaceView(namespace: WholeNamespace, { created = false } = {}): Wire {
  const { associations, properties, objects } = namespace
  const view = created ? bareAssociationView : associationView
  const tags = created ? namespace.tags : namespace.tags.toReversed()
  return {
    ...namespaceView(namespace),
    ...some('resource_type_associations', associations.map(view)),
    ...(properties.length > 0 && propertyMapView(properties)),
    ...some(
      'objects',
      objects.map((object) => objectView(namespace.name, object)),
    ),
    ...some(
      'tags',
      tags.map(({ name }) => ({ name })),
    ),
  }
}

function some(name: string, list: readonly unknown[]): Wire {
  return list.length > 0 ? { [name]: list } : {}
}

/** The namespace as its properties are called on a type of resource: with the prefix of that association. */
export function prefixed(namespace: WholeNamespace, resourceType: string): WholeNamespace {
  const prefix = namespace.associations.find(({ name }) => name === resourceType)?.prefix ?? ''
  return {
    ...namespace,
    properties: namespace.properties.map((property) => ({ ...property, name: prefix + property.name })),
    objects: namespace.objects.map((object) => ({
      ...object,
      required: object.required.map((name) => prefix + name),
      properties: Object.fromEntries(Object.entries(object.properties).map(([name, schema]) => [prefix + name, schema])),
    })),
  }
}

/** The list document, whose links repeat every parameter that the client gave. */
export function namespaceListView(namespaces: NamespaceWithAssociations[], search: URLSearchParams, more: boolean): Wire {
  const first = new URLSearchParams(search)
  first.delete('marker')
  const next = new URLSearchParams(first)
  const last = namespaces.at(-1)
  if (last) next.set('marker', last.name)
  const link = (query: URLSearchParams) => paths.metadefNamespaces() + (query.size > 0 ? `?${query}` : '')
  return {
    namespaces: namespaces.map((namespace) => ({
      ...namespaceView(namespace),
      ...some('resource_type_associations', namespace.associations.map(associationView)),
    })),
    first: link(first),
    ...(more && { next: link(next) }),
    schema: paths.schema('metadefs/namespaces'),
  }
}

export function associationView(association: Stored<Association>): Wire {
  return { ...bareAssociationView(association), ...wireTimes(association) }
}

function bareAssociationView({ name, prefix, propertiesTarget }: Association): Wire {
  return { name, ...(prefix && { prefix }), ...(propertiesTarget && { properties_target: propertiesTarget }) }
}

export function resourceTypeView({ name, ...times }: Stored<{ name: string }>): Wire {
  return { name, ...wireTimes(times) }
}

export function propertyView({ name, schema }: Property): Wire {
  return { ...schemaView(schema), name }
}

export function propertyMapView(properties: readonly Property[]): Wire {
  return { properties: Object.fromEntries(properties.map(({ name, schema }) => [name, schemaView(schema)])) }
}

/** Clients know the default as text, whatever the type. */
function schemaView(schema: PropertySchema): Wire {
  const { default: value, ...rest } = schema
  if (value === undefined || value === null) return rest
  return { ...rest, default: typeof value === 'string' ? value : JSON.stringify(value) }
}

export function objectView(namespace: string, object: Stored<MetadefObject>): Wire {
  return {
    name: object.name,
    ...(object.description !== null && { description: object.description }),
    required: [...object.required],
    properties: Object.fromEntries(Object.entries(object.properties).map(([name, schema]) => [name, schemaView(schema)])),
    ...wireTimes(object),
    self: paths.metadefObject(namespace, object.name),
    schema: paths.schema('metadefs/object'),
  }
}

/** The answer to who has written an object: what was not given is left out. */
export function writtenObjectView(namespace: string, object: Stored<MetadefObject>, given: object): Wire {
  const { required, properties, ...view } = objectView(namespace, object)
  return { ...view, ...('required' in given && { required }), ...('properties' in given && { properties }) }
}

/** Glance's own link lacks the slash at its beginning. */
export function objectListView(namespace: string, objects: readonly Stored<MetadefObject>[]): Wire {
  return { objects: objects.map((object) => objectView(namespace, object)), schema: 'v2/schemas/metadefs/objects' }
}

export function tagView({ name, ...times }: Stored<Tag>): Wire {
  return { name, ...wireTimes(times) }
}

export function tagListView(tags: readonly Tag[]): Wire {
  return { tags: tags.map(({ name }) => ({ name })) }
}

function wireTimes({ createdAt, updatedAt }: Times): Wire {
  return { created_at: wireTime(createdAt), updated_at: wireTime(updatedAt) }
}

function wireTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}
