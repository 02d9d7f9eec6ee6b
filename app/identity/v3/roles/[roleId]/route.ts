import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { changedRole } from '@/lib/server/identity/identity-input'
import { RolePath } from '@/lib/server/identity/identity-paths'
import { roleView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: RolePath }, async ({ ctx: { identity, caller, base }, params }) => {
  const role = await identity.roles.get(caller, params.roleId)
  return json({ role: roleView(role, base) })
})

export const PATCH = identityEndpoint({ params: RolePath, body: changedRole }, async ({ ctx, params, body }) => {
  const role = await ctx.identity.roles.update(ctx.caller, params.roleId, body)
  return json({ role: roleView(role, ctx.base) })
})

export const DELETE = identityEndpoint({ params: RolePath }, async ({ ctx: { identity, caller }, params }) => {
  await identity.roles.remove(caller, params.roleId)
  return noContent()
})
