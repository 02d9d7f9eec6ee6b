import type { namespaceVisibilities } from './metadef-words'
import type { AssociationInput, ObjectInput, PropertySchema } from './metadefs'

interface TimesView {
  created_at: string
  updated_at: string
}

export type AssociationView = AssociationInput & TimesView

/** A namespace on the wire; in a list without its properties, objects and tags. What is empty is left out. */
export interface NamespaceView extends TimesView {
  namespace: string
  display_name?: string
  description?: string
  visibility: (typeof namespaceVisibilities)[number]
  protected: boolean
  owner: string
  resource_type_associations?: AssociationView[]
  properties?: Record<string, PropertySchema>
  objects?: ObjectInput[]
  tags?: { name: string }[]
}

export interface NamespaceListView {
  namespaces: NamespaceView[]
  /** Absent on the last page. */
  next?: string
}
