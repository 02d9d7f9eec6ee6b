import type { Identity } from '../context'
import type { AccessRule } from './access-rules'

interface Named {
  id: string
  name: string
}

/** A token as Keystone describes it, as far as it says whose it is. */
interface KeystoneToken {
  user: Named & { domain: Named }
  project?: (Named & { domain: Named }) | undefined
  domain?: Named | undefined
  system?: unknown
  roles?: readonly { name: string }[] | undefined
  application_credential?: { access_rules?: readonly AccessRule[] | undefined } | undefined
  expires_at: string
}

/** Who a token belongs to, by what Keystone says of it. */
export function identityOf(token: KeystoneToken): Identity {
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
    roles: (token.roles ?? []).map(({ name }) => name.toLowerCase()),
    expiresAt: new Date(token.expires_at),
    ...(accessRules && { accessRules }),
  }
}
