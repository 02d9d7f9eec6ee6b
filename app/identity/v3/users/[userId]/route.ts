import { identityChanges, noteDetails } from '@/lib/server/audit/audit-details'
import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { changedUser } from '@/lib/server/identity/identity-input'
import { UserPath } from '@/lib/server/identity/identity-paths'
import { userView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: UserPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const user = await identity.users.get(caller, params.userId)
  return json({ user: userView(user, base) })
})

export const PATCH = identityEndpoint({ params: UserPath, body: changedUser }, async ({ ctx, params, body }) => {
  noteDetails(ctx, identityChanges(body))
  const user = await ctx.identity.users.update(ctx.caller, params.userId, body)
  return json({ user: userView(user, ctx.base) })
})

export const DELETE = identityEndpoint({ params: UserPath }, async ({ ctx: { identity, caller }, params }) => {
  await identity.users.remove(caller, params.userId)
  return noContent()
})
