import type { TokenFacts } from '../identity/token-service'
import { tokenView } from '../identity/token-view'
import type { IdentityContext } from './identity-endpoint'

/** The body about a token; `?nocatalog`, whatever its value, leaves the catalog out. */
export function tokenAnswer({ identity, publicBase }: IdentityContext, request: Request, facts: TokenFacts) {
  const wanted = !new URL(request.url).searchParams.has('nocatalog')
  return { token: tokenView(facts, wanted ? identity.catalog(publicBase) : null) }
}
