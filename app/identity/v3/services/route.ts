import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listServices } from '@/lib/server/identity/catalog-view'
import { listFilter } from '@/lib/server/identity/identity-input'
import { collection } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, ({ ctx: { caller, base, catalog }, query }) => {
  const services = listServices(caller, catalog, query)
  const views = services.map((service) => ({ ...service, links: { self: `${base}/services/${service.id}` } }))
  return json(collection('services', views, `${base}/services`))
})
