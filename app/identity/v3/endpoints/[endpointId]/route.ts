import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { getEndpoint } from '@/lib/server/identity/catalog-view'
import { EndpointPath } from '@/lib/server/identity/identity-paths'

export const GET = identityEndpoint({ params: EndpointPath }, ({ ctx: { caller, base, catalog }, params }) => {
  const endpoint = getEndpoint(caller, catalog, params.endpointId)
  return json({ endpoint: { ...endpoint, links: { self: `${base}/endpoints/${endpoint.id}` } } })
})
