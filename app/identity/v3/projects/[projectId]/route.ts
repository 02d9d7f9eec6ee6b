import { identityChanges, noteDetails } from '@/lib/server/audit/audit-details'
import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { changedProject } from '@/lib/server/identity/identity-input'
import { ProjectPath } from '@/lib/server/identity/identity-paths'
import { projectView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: ProjectPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const project = await identity.projects.get(caller, params.projectId)
  return json({ project: projectView(project, base) })
})

export const PATCH = identityEndpoint({ params: ProjectPath, body: changedProject }, async ({ ctx, params, body }) => {
  noteDetails(ctx, identityChanges(body))
  const project = await ctx.identity.projects.update(ctx.caller, params.projectId, body)
  return json({ project: projectView(project, ctx.base) })
})

export const DELETE = identityEndpoint({ params: ProjectPath }, async ({ ctx: { identity, caller }, params }) => {
  await identity.projects.remove(caller, params.projectId)
  return noContent()
})
