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
  deactivate: ownerMember,
  reactivate: ownerMember,
  add_member: ownerMember,
  delete_member: ownerMember,
  get_members: ownerOrMemberReader,
  get_member: ownerOrMemberReader,
  modify_member: 'role:admin or (role:member and project_id:%(member_id)s)',
  get_image_location: ownerReader,
} as const

export type PolicyName = keyof typeof defaultRules
