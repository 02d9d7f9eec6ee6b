import type { Context } from '../context'
import type { Credentials } from './evaluate'

/** What a policy's rule can ask of the caller, by the names that oslo.policy's services have for it. */
export function credentialsOf(ctx: Context): Credentials {
  return {
    user_id: ctx.userId,
    user: ctx.userId,
    user_domain_id: ctx.userDomainId,
    project_id: ctx.projectId,
    tenant: ctx.projectId,
    project_domain_id: ctx.projectDomainId,
    system_scope: ctx.scope === 'system' ? 'all' : null,
    is_admin: ctx.isAdmin,
    roles: ctx.roles,
  }
}
