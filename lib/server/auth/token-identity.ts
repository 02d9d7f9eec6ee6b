import type { z } from 'zod'
import type { Identity } from '../context'
import type { tokenDocument } from './token-document'

/** Who a token belongs to, by what Keystone says of it. */
export function identityOf(token: z.infer<typeof tokenDocument>): Identity {
  const accessRules = token.application_credential?.access_rules
  return {
    userId: token.user.id,
    userName: token.user.name,
    userDomainId: token.user.domain.id,
    scope: token.project ? 'project' : token.domain ? 'domain' : token.system ? 'system' : 'none',
    projectId: token.project?.id ?? null,
    projectName: token.project?.name ?? null,
    projectDomainId: token.project?.domain.id ?? null,
    domainId: token.domain?.id,
    roles: token.roles.map(({ name }) => name.toLowerCase()),
    expiresAt: new Date(token.expires_at),
    ...(accessRules && { accessRules }),
  }
}
