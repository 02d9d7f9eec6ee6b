import type { PolicyName } from './default-rules'

const owner = 'rule:default and (role:admin or project_id:%(project_id)s)'
const memberOrOwner = 'rule:default and (role:admin or project_id:%(project_id)s or project_id:%(member_id)s)'

/**
 * Glance's policies before `enforce_new_defaults`, where they differ: any role did, as long as the image was the caller's
 * own or one that it can see. For clouds whose users hold roles of other names, such as `_member_`. They ask the rule
 * `default`, by which an operator may have narrowed all of them.
 */
export const oldDefaultRules: Partial<Record<PolicyName, string>> = {
  add_image: 'rule:default and (role:admin or (project_id:%(project_id)s and project_id:%(owner)s))',
  get_images: 'rule:default',
  get_image: 'rule:default',
  download_image: 'rule:default',
  modify_image: owner,
  delete_image: owner,
  upload_image: owner,
  communitize_image: owner,
  deactivate: owner,
  reactivate: owner,
  add_member: owner,
  delete_member: owner,
  get_members: memberOrOwner,
  get_member: memberOrOwner,
  modify_member: 'rule:default and (role:admin or project_id:%(member_id)s)',
  get_image_location: owner,
  set_image_location: owner,
  delete_image_location: owner,
  cache_list: 'rule:manage_image_cache',
  cache_image: 'rule:manage_image_cache',
  cache_delete: 'rule:manage_image_cache',
  get_metadef_namespaces: 'rule:metadef_default',
  get_metadef_namespace: 'rule:metadef_default',
  list_metadef_resource_types: 'rule:metadef_default',
  get_metadef_resource_type: 'rule:metadef_default',
  get_metadef_properties: 'rule:metadef_default',
  get_metadef_property: 'rule:metadef_default',
  get_metadef_objects: 'rule:metadef_default',
  get_metadef_object: 'rule:metadef_default',
  get_metadef_tags: 'rule:metadef_default',
  get_metadef_tag: 'rule:metadef_default',
}
