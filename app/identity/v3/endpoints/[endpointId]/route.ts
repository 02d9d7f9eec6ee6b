import { identityEndpoint, identityJson } from '@/lib/server/http/identity-endpoint'
import { getEndpoint } from '@/lib/server/identity/catalog-view'
import { EndpointPath } from '@/lib/server/identity/identity-paths'

export const GET = identityEndpoint({ params: EndpointPath }, ({ ctx: { identity, caller, base, publicBase }, params }) => {
  const endpoint = getEndpoint(caller, identity.catalog(publicBase), params.endpointId)
  return identityJson({ endpoint: { ...endpoint, links: { self: `${base}/endpoints/${endpoint.id}` } } })
})
