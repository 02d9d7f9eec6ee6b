import { identityChanges, noteDetails } from '@/lib/server/audit/audit-details'
import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { changedDomain } from '@/lib/server/identity/identity-input'
import { DomainPath } from '@/lib/server/identity/identity-paths'
import { domainView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: DomainPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const domain = await identity.domains.get(caller, params.domainId)
  return json({ domain: domainView(domain, base) })
})

export const PATCH = identityEndpoint({ params: DomainPath, body: changedDomain }, async ({ ctx, params, body }) => {
  noteDetails(ctx, identityChanges(body))
  const domain = await ctx.identity.domains.update(ctx.caller, params.domainId, body)
  return json({ domain: domainView(domain, ctx.base) })
})

export const DELETE = identityEndpoint({ params: DomainPath }, async ({ ctx: { identity, caller }, params }) => {
  await identity.domains.remove(caller, params.domainId)
  return noContent()
})
