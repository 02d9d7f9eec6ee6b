import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listEndpoints } from '@/lib/server/identity/catalog-view'
import { listFilter } from '@/lib/server/identity/identity-input'
import { collection } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, ({ ctx: { caller, base, catalog }, query }) => {
  const endpoints = listEndpoints(caller, catalog, query)
  const views = endpoints.map((endpoint) => ({ ...endpoint, links: { self: `${base}/endpoints/${endpoint.id}` } }))
  return json(collection('endpoints', views, `${base}/endpoints`))
})
