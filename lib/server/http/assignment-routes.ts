import type { z } from 'zod'
import type { AssignmentService } from '../identity/assignment-service'
import { noContent } from './answers'
import { identityEndpoint } from './identity-endpoint'

/** The routes of one user's role on a project or a domain; `path` says on which. */
export function assignmentRoutes(path: z.ZodType<Parameters<AssignmentService['give']>[1]>) {
  const isHeld = identityEndpoint({ params: path }, async ({ ctx: { identity, caller }, params }) => {
    await identity.assignments.assertHeld(caller, params)
    return noContent()
  })
  return {
    PUT: identityEndpoint({ params: path }, async ({ ctx: { identity, caller }, params }) => {
      await identity.assignments.give(caller, params)
      return noContent()
    }),
    GET: isHeld,
    HEAD: isHeld,
    DELETE: identityEndpoint({ params: path }, async ({ ctx: { identity, caller }, params }) => {
      await identity.assignments.take(caller, params)
      return noContent()
    }),
  }
}
