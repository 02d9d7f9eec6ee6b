import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { getService } from '@/lib/server/identity/catalog-view'
import { ServicePath } from '@/lib/server/identity/identity-paths'

export const GET = identityEndpoint({ params: ServicePath }, ({ ctx: { caller, base, catalog }, params }) => {
  const service = getService(caller, catalog, params.serviceId)
  return json({ service: { ...service, links: { self: `${base}/services/${service.id}` } } })
})
