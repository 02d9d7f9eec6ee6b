import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { collection, projectView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({}, async ({ ctx: { identity, caller, base } }) => {
  const projects = await identity.projects.ofUser(caller.user.id)
  const views = projects.map((project) => projectView(project, base))
  return json(collection('projects', views, `${base}/auth/projects`))
})
