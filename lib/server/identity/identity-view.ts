import type { ShownCredential } from './application-credential-service'
import type { NamedAssignment } from './assignment-service'
import type { Assignment, Domain, Project, Role, User } from './directory'
import { timestamp } from './token-view'

/** A list as Keystone answers it: everything on one page. */
export function collection(name: string, items: readonly unknown[], self: string) {
  return { [name]: items, links: { self, next: null, previous: null } }
}

export function userView(user: User, base: string) {
  const { id, name, domainId, enabled, defaultProjectId, description, email } = user
  return {
    id,
    name,
    domain_id: domainId,
    enabled,
    password_expires_at: null,
    options: {},
    ...(defaultProjectId === null ? {} : { default_project_id: defaultProjectId }),
    ...(description === null ? {} : { description }),
    ...(email === null ? {} : { email }),
    links: { self: `${base}/users/${id}` },
  }
}

export function projectView({ id, name, domainId, description, enabled }: Project, base: string) {
  const fixed = { parent_id: domainId, is_domain: false, tags: [], options: {} }
  return { id, name, domain_id: domainId, description, enabled, ...fixed, links: { self: `${base}/projects/${id}` } }
}

export function domainView({ id, name, description, enabled }: Domain, base: string) {
  return { id, name, description, enabled, tags: [], options: {}, links: { self: `${base}/domains/${id}` } }
}

export function roleView({ id, name, description }: Role, base: string) {
  return { id, name, domain_id: null, description, options: {}, links: { self: `${base}/roles/${id}` } }
}

export function assignmentView({ userId, roleId, target }: Assignment, base: string) {
  const assignment = `${base}/${target.kind}s/${target.id}/users/${userId}/roles/${roleId}`
  return {
    role: { id: roleId },
    user: { id: userId },
    scope: { [target.kind]: { id: target.id } },
    links: { assignment },
  }
}

export function namedAssignmentView({ role, user, target }: NamedAssignment, base: string) {
  const { kind, ...scope } = target
  const { links } = assignmentView({ userId: user.id, roleId: role.id, target }, base)
  return { role, user, scope: { [kind]: scope }, links }
}

export function applicationCredentialView(credential: ShownCredential, base: string) {
  const { id, name, description, userId, projectId, unrestricted, expiresAt, roles, secret } = credential
  return {
    id,
    name,
    description,
    project_id: projectId,
    unrestricted,
    expires_at: expiresAt && timestamp(expiresAt).replace(/Z$/, ''),
    roles: roles.map((role) => ({ id: role.id, name: role.name, domain_id: null })),
    ...(secret === undefined ? {} : { secret }),
    links: { self: `${base}/users/${userId}/application_credentials/${id}` },
  }
}
