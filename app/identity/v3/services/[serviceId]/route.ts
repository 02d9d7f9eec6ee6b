import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { getService } from '@/lib/server/identity/catalog-view'
import { ServicePath } from '@/lib/server/identity/identity-paths'

export const GET = identityEndpoint({ params: ServicePath }, ({ ctx: { identity, caller, base, publicBase }, params }) => {
  const service = getService(caller, identity.catalog(publicBase), params.serviceId)
  return json({ service: { ...service, links: { self: `${base}/services/${service.id}` } } })
})
