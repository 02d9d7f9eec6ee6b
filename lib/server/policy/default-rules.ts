const ownerMember = 'role:admin or (role:member and project_id:%(project_id)s)'
const ownerReader = 'role:admin or (role:reader and project_id:%(project_id)s)'

/** Those between whom an image is shared. */
const ownerOrMemberReader = 'role:admin or (role:reader and (project_id:%(project_id)s or project_id:%(member_id)s))'

/** Whoever may see an image by its owner, by membership or by its visibility, with one of the roles. */
function anyoneWhoSees(role: string): string {
  const seen = [
    'project_id:%(project_id)s',
    'project_id:%(member_id)s',
    "'community':%(visibility)s",
    "'public':%(visibility)s",
    "'shared':%(visibility)s",
  ]
  return `role:admin or (role:${role} and (${seen.join(' or ')}))`
}

/** Whoever may read a namespace of metadata definitions. */
const metadefReader = "role:admin or (role:reader and (project_id:%(project_id)s or 'public':%(visibility)s))"
const metadefAdmin = 'rule:metadef_admin'

/** Glance's policies with their defaults since `enforce_new_defaults`; each asks for a project's token. */
export const defaultRules = {
  default: '',
  context_is_admin: 'role:admin',
  add_image: 'role:admin or (role:member and project_id:%(project_id)s and project_id:%(owner)s)',
  get_images: ownerReader,
  get_image: anyoneWhoSees('reader'),
  download_image: anyoneWhoSees('member'),
  modify_image: ownerMember,
  delete_image: ownerMember,
  upload_image: ownerMember,
  communitize_image: ownerMember,
  publicize_image: 'role:admin',
  copy_image: 'role:admin',
  tasks_api_access: 'role:admin',
  get_task: 'rule:default',
  get_tasks: 'rule:default',
  add_task: 'rule:default',
  modify_task: 'rule:default',
  deactivate: ownerMember,
  reactivate: ownerMember,
  add_member: ownerMember,
  delete_member: ownerMember,
  get_members: ownerOrMemberReader,
  get_member: ownerOrMemberReader,
  modify_member: 'role:admin or (role:member and project_id:%(member_id)s)',
  get_image_location: ownerReader,
  set_image_location: ownerMember,
  delete_image_location: 'role:admin',
  service_api: 'role:service or role:admin',
  add_image_location: 'rule:service_api or (role:member and project_id:%(project_id)s and project_id:%(owner)s)',
  fetch_image_location: 'rule:service_api',
  stores_info_detail: 'role:admin or rule:service_api',
  manage_image_cache: 'role:admin',
  cache_image: 'role:admin',
  cache_list: 'role:admin',
  cache_delete: 'role:admin',
  cache_clean: 'role:admin',
  cache_prune: 'role:admin',
  list_cached_nodes: 'role:admin',
  metadef_default: '',
  metadef_admin: 'role:admin',
  get_metadef_namespaces: ownerReader,
  get_metadef_namespace: metadefReader,
  add_metadef_namespace: metadefAdmin,
  modify_metadef_namespace: metadefAdmin,
  delete_metadef_namespace: metadefAdmin,
  list_metadef_resource_types: metadefReader,
  get_metadef_resource_type: metadefReader,
  add_metadef_resource_type_association: metadefAdmin,
  remove_metadef_resource_type_association: metadefAdmin,
  get_metadef_properties: metadefReader,
  get_metadef_property: metadefReader,
  add_metadef_property: metadefAdmin,
  modify_metadef_property: metadefAdmin,
  remove_metadef_property: metadefAdmin,
  get_metadef_objects: metadefReader,
  get_metadef_object: metadefReader,
  add_metadef_object: metadefAdmin,
  modify_metadef_object: metadefAdmin,
  delete_metadef_object: metadefAdmin,
  get_metadef_tags: metadefReader,
  get_metadef_tag: metadefReader,
  add_metadef_tag: metadefAdmin,
  add_metadef_tags: metadefAdmin,
  modify_metadef_tag: metadefAdmin,
  delete_metadef_tag: metadefAdmin,
  delete_metadef_tags: metadefAdmin,
} as const

export type PolicyName = keyof typeof defaultRules
