import { assignmentRoutes } from '@/lib/server/http/assignment-routes'
import { ProjectAssignmentPath } from '@/lib/server/identity/identity-paths'

export const { PUT, GET, HEAD, DELETE } = assignmentRoutes(ProjectAssignmentPath)
