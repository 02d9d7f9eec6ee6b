import { Problem } from '@/lib/contract/problem'
import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { catalogView } from '@/lib/server/identity/catalog'
import { collection } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({}, ({ ctx: { caller, base, catalog } }) => {
  if (caller.scope.kind === 'none') throw new Problem('forbidden', 'The catalog is for tokens that are scoped to a project.')
  return json(collection('catalog', catalogView(catalog), `${base}/auth/catalog`))
})
