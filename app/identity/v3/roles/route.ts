import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listFilter, newRole } from '@/lib/server/identity/identity-input'
import { collection, roleView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, async ({ ctx: { identity, caller, base }, query }) => {
  const roles = await identity.roles.list(caller, query.name)
  const views = roles.map((role) => roleView(role, base))
  return json(collection('roles', views, `${base}/roles`))
})

export const POST = identityEndpoint({ body: newRole }, async ({ ctx: { identity, caller, base }, body }) => {
  const role = await identity.roles.create(caller, body)
  return json({ role: roleView(role, base) }, { status: 201 })
})
