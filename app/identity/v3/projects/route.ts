import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listFilter, newProject } from '@/lib/server/identity/identity-input'
import { collection, projectView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: listFilter }, async ({ ctx: { identity, caller, base }, query }) => {
  const projects = await identity.projects.list(caller, query)
  const views = projects.map((project) => projectView(project, base))
  return json(collection('projects', views, `${base}/projects`))
})

export const POST = identityEndpoint({ body: newProject }, async ({ ctx: { identity, caller, base }, body }) => {
  const project = await identity.projects.create(caller, body)
  return json({ project: projectView(project, base) }, { status: 201 })
})
