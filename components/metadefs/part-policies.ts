import type { PartKind } from '@/lib/client/metadefs/parts'
import type { policyActions } from '@/lib/client/policy-actions'

type Action = (typeof policyActions.metadefs)[number]

/** Which policy each change of a part needs. An association is changed by its removal. */
export const partPolicies = {
  resource_types: {
    add: 'add_metadef_resource_type_association',
    change: 'remove_metadef_resource_type_association',
    remove: 'remove_metadef_resource_type_association',
  },
  properties: { add: 'add_metadef_property', change: 'modify_metadef_property', remove: 'remove_metadef_property' },
  objects: { add: 'add_metadef_object', change: 'modify_metadef_object', remove: 'delete_metadef_object' },
  tags: { add: 'add_metadef_tags', change: 'modify_metadef_tag', remove: 'delete_metadef_tag' },
} as const satisfies Record<PartKind, Record<'add' | 'change' | 'remove', Action>>
