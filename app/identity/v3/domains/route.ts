import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listFilter, newDomain } from '@/lib/server/identity/identity-input'
import { collection, domainView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, async ({ ctx: { identity, caller, base }, query }) => {
  const domains = await identity.domains.list(caller, query)
  const views = domains.map((domain) => domainView(domain, base))
  return json(collection('domains', views, `${base}/domains`))
})

export const POST = identityEndpoint({ body: newDomain }, async ({ ctx: { identity, caller, base }, body }) => {
  const domain = await identity.domains.create(caller, body)
  return json({ domain: domainView(domain, base) }, { status: 201 })
})
