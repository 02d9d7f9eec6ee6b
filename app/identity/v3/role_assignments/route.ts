import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { assignmentFilter } from '@/lib/server/identity/identity-input'
import { assignmentView, collection, namedAssignmentView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ query: assignmentFilter }, async ({ ctx: { identity, caller, base }, query }) => {
  const all = await identity.assignments.list(caller, query.filter, query.effective)
  const held = query.empty ? [] : all
  const views = query.names
    ? (await identity.assignments.withNames(held)).map((assignment) => namedAssignmentView(assignment, base))
    : held.map((assignment) => assignmentView(assignment, base))
  return json(collection('role_assignments', views, `${base}/role_assignments`))
})
