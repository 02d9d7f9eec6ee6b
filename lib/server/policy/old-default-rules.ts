import type { PolicyName } from './default-rules'

const owner = 'role:admin or project_id:%(project_id)s'

/**
 * Glance's policies before `enforce_new_defaults`, where they differ: any role did, as long as the image was the caller's
 * own or one that it can see. For clouds whose users hold roles of other names, such as `_member_`.
 */
export const oldDefaultRules: Partial<Record<PolicyName, string>> = {
  add_image: 'role:admin or (project_id:%(project_id)s and project_id:%(owner)s)',
  get_images: '',
  get_image: '',
  download_image: '',
  modify_image: owner,
  delete_image: owner,
  upload_image: owner,
  communitize_image: owner,
  deactivate: owner,
  reactivate: owner,
  add_member: owner,
  delete_member: owner,
  get_members: 'role:admin or project_id:%(project_id)s or project_id:%(member_id)s',
  get_member: 'role:admin or project_id:%(project_id)s or project_id:%(member_id)s',
  modify_member: 'role:admin or project_id:%(member_id)s',
  get_image_location: owner,
  set_image_location: owner,
  delete_image_location: owner,
}
