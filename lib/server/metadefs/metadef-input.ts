import type { AssociationInput, NamespaceDefinition, ObjectInput, PropertyInput } from '@/lib/contract/metadefs'
import type { Association, MetadefObject, NamespaceAttributes, NamespaceContents, Property } from './metadef'

type Named = { name: string }

/** Wire → domain: a namespace's own attributes; what is left out has the fallback's owner and visibility. */
export function readAttributes(
  input: Pick<NamespaceDefinition, 'namespace' | 'display_name' | 'description' | 'visibility' | 'protected' | 'owner'>,
  fallback: Pick<NamespaceAttributes, 'owner' | 'visibility'>,
): NamespaceAttributes {
  return {
    name: input.namespace,
    displayName: input.display_name ?? null,
    description: input.description ?? null,
    visibility: input.visibility ?? fallback.visibility,
    protected: input.protected ?? false,
    owner: input.owner ?? fallback.owner,
  }
}

/** Wire → domain: what a namespace comes with. */
export function readContents(input: NamespaceDefinition): NamespaceContents {
  return {
    associations: (input.resource_type_associations ?? []).map(readAssociation),
    properties: Object.entries(input.properties ?? {}).map(([name, schema]) => ({ name, schema })),
    objects: (input.objects ?? []).map(readObject),
    tags: (input.tags ?? []).map(({ name }: Named) => ({ name })),
  }
}

export function readAssociation({ name, prefix, properties_target }: AssociationInput): Association {
  return { name, prefix: prefix ?? null, propertiesTarget: properties_target ?? null }
}

export function readProperty({ name, ...schema }: PropertyInput): Property {
  return { name, schema }
}

export function readObject({ name, description, required, properties }: ObjectInput): MetadefObject {
  return { name, description: description ?? null, required: required ?? [], properties: properties ?? {} }
}
