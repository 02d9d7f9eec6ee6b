import type { Context } from '../context'
import type { Credentials } from './evaluate'

/** Of a caller what rules can ask. */
export type Asking = Omit<Context, 'requestId' | 'token' | 'signal' | 'readOnly' | 'expiresAt'>

/** What a policy's rule can ask of the caller, by the names that oslo.policy's services have for it. */
export function credentialsOf(asking: Asking): Credentials {
  const { userId, userName, userDomainId, projectId, projectName, projectDomainId, scope, roles } = asking
  const project = { id: projectId, name: projectName, domain: { id: projectDomainId } }
  return {
    user_id: userId,
    user: userId,
    user_domain_id: userDomainId,
    project_id: projectId,
    tenant: projectId,
    project_domain_id: projectDomainId,
    domain_id: asking.domainId ?? null,
    system_scope: scope === 'system' ? 'all' : null,
    is_admin: asking.isAdmin,
    roles,
    service_roles: asking.serviceRoles ?? [],
    token: { user: { id: userId, name: userName, domain: { id: userDomainId } }, ...(scope === 'project' && { project }) },
  }
}
