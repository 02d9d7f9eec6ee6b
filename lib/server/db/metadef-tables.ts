import type { Generated } from 'kysely'
import type { Flag, Timestamp } from './glance-tables'

interface Times {
  created_at: Timestamp
  updated_at: Timestamp | null
}

export interface MetadefNamespacesTable extends Times {
  id: Generated<number>
  namespace: string
  display_name: string | null
  description: string | null
  visibility: string | null
  protected: Flag | null
  owner: string
}

export interface MetadefResourceTypesTable extends Times {
  id: Generated<number>
  name: string
  protected: Flag
}

export interface MetadefAssociationsTable extends Times {
  resource_type_id: number
  namespace_id: number
  properties_target: string | null
  prefix: string | null
}

/** What a namespace holds by name: a property, an object or a tag. */
export interface MetadefPartTable extends Times {
  id: Generated<number>
  namespace_id: number
  name: string
}

/** The columns that only some parts have. */
export interface MetadefPartContent {
  /** JSON: a property's schema, or an object's properties by name. */
  json_schema?: string
  description?: string | null
  /** Names, separated by commas. */
  required?: string | null
}

export interface MetadefTables {
  metadef_namespaces: MetadefNamespacesTable
  metadef_resource_types: MetadefResourceTypesTable
  metadef_namespace_resource_types: MetadefAssociationsTable
  metadef_properties: MetadefPartTable & Required<Pick<MetadefPartContent, 'json_schema'>>
  metadef_objects: MetadefPartTable & Required<MetadefPartContent>
  metadef_tags: MetadefPartTable
}
