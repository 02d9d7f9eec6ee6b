import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { ProjectUserPath } from '@/lib/server/identity/identity-paths'
import { collection, roleView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: ProjectUserPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const { userId, target } = params
  const roles = await identity.assignments.rolesOf(caller, userId, target)
  const views = roles.map((role) => roleView(role, base))
  return json(collection('roles', views, `${base}/projects/${target.id}/users/${userId}/roles`))
})
