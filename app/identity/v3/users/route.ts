import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listFilter, newUser } from '@/lib/server/identity/identity-input'
import { collection, userView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, async ({ ctx: { identity, caller, base }, query }) => {
  const users = await identity.users.list(caller, query)
  const views = users.map((user) => userView(user, base))
  return json(collection('users', views, `${base}/users`))
})

export const POST = identityEndpoint({ body: newUser }, async ({ ctx: { identity, caller, base }, body }) => {
  const user = await identity.users.create(caller, body)
  return json({ user: userView(user, base) }, { status: 201 })
})
