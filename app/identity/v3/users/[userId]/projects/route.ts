import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { UserPath } from '@/lib/server/identity/identity-paths'
import { collection, projectView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: UserPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const projects = await identity.projects.listOfUser(caller, params.userId)
  const views = projects.map((project) => projectView(project, base))
  return json(collection('projects', views, `${base}/users/${params.userId}/projects`))
})
