import { type Catalog, catalogView } from './catalog'
import type { Domain } from './directory'
import type { TokenFacts } from './token-service'

/** A token as Keystone shows it; the catalog stands in scoped tokens only, and only where it was asked for. */
function tokenView(facts: TokenFacts, catalog: Catalog | null) {
  const { user, methods, auditIds, issuedAt, expiresAt } = facts
  return {
    methods,
    user: { id: user.id, name: user.name, domain: brief(user.domain), password_expires_at: null },
    audit_ids: auditIds,
    issued_at: timestamp(issuedAt),
    expires_at: timestamp(expiresAt),
    ...scopeView(facts),
    ...(catalog && facts.scope.kind !== 'none' ? { catalog: catalogView(catalog) } : {}),
    ...credentialView(facts),
  }
}

/** The body about a token; `?nocatalog` in the URL, whatever its value, leaves the catalog out. */
export function tokenBody(facts: TokenFacts, catalog: Catalog, url: string) {
  return { token: tokenView(facts, new URL(url).searchParams.has('nocatalog') ? null : catalog) }
}

/** UTC with six fractional digits. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/Z$/, '000Z')
}

function scopeView({ scope, roles }: TokenFacts) {
  if (scope.kind === 'none') return {}
  const held = roles.map(({ id, name }) => ({ id, name }))
  if (scope.kind === 'domain') return { domain: brief(scope.domain), roles: held }
  const { id, name } = scope.project
  return { project: { id, name, domain: brief(scope.domain) }, is_domain: false, roles: held }
}

function credentialView({ applicationCredential }: TokenFacts) {
  if (!applicationCredential) return {}
  const { id, name, unrestricted } = applicationCredential
  return { application_credential: { id, name, restricted: !unrestricted } }
}

function brief({ id, name }: Domain) {
  return { id, name }
}
