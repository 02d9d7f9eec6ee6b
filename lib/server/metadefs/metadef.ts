import type { namespaceVisibilities } from '@/lib/contract/metadef-words'
import type { PropertySchema } from '@/lib/contract/metadefs'

/** When something was made and last changed. */
export interface Times {
  createdAt: Date
  updatedAt: Date
}

export type Stored<T> = T & Times

/** What an operator decides about a namespace. */
export interface NamespaceAttributes {
  name: string
  displayName: string | null
  description: string | null
  visibility: (typeof namespaceVisibilities)[number]
  protected: boolean
  owner: string
}

/** A group of definitions that is read and kept together, such as `OS::Compute::Watchdog`. */
export interface Namespace extends Stored<NamespaceAttributes> {
  /** The row's number, which parts refer to. */
  id: number
}

/** A namespace's use on a type of resource, such as `OS::Glance::Image`. */
export interface Association {
  name: string
  /** What the names of properties begin with on this type. */
  prefix: string | null
  propertiesTarget: string | null
}

export interface Property {
  name: string
  schema: PropertySchema
}

/** Properties that belong together. */
export interface MetadefObject {
  name: string
  description: string | null
  required: readonly string[]
  properties: Readonly<Record<string, PropertySchema>>
}

export interface Tag {
  name: string
}

/** What a namespace holds. */
export interface NamespaceContents {
  associations: readonly Association[]
  properties: readonly Property[]
  objects: readonly MetadefObject[]
  tags: readonly Tag[]
}

/** A namespace with all that it holds, as it is stored. */
export interface WholeNamespace extends Namespace {
  associations: readonly Stored<Association>[]
  properties: readonly Stored<Property>[]
  objects: readonly Stored<MetadefObject>[]
  tags: readonly Stored<Tag>[]
}

export type NamespaceWithAssociations = Namespace & Pick<WholeNamespace, 'associations'>
