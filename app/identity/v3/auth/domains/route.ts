import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { collection, domainView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({}, async ({ ctx: { identity, caller, base } }) => {
  const domains = await identity.domains.ofUser(caller.user.id)
  const views = domains.map((domain) => domainView(domain, base))
  return json(collection('domains', views, `${base}/auth/domains`))
})
