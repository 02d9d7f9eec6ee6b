import { identityEndpoint, identityJson } from '@/lib/server/http/identity-endpoint'
import { collection, domainView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({}, async ({ ctx: { identity, caller, base } }) => {
  const domains = await identity.domains.ofUser(caller.user.id)
  const views = domains.map((domain) => domainView(domain, base))
  return identityJson(collection('domains', views, `${base}/auth/domains`))
})
