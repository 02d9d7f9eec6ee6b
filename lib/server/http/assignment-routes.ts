import type { z } from 'zod'
import { noteDetails } from '../audit/audit-details'
import type { AssignmentService } from '../identity/assignment-service'
import { noContent } from './answers'
import { type CallerContext, identityEndpoint } from './identity-endpoint'

type Grant = Parameters<AssignmentService['give']>[1]

/** The routes of one user's role on a project or a domain; `path` says on which. */
export function assignmentRoutes(path: z.ZodType<Grant>) {
  const isHeld = identityEndpoint({ params: path }, async ({ ctx: { identity, caller }, params }) => {
    await identity.assignments.assertHeld(caller, params)
    return noContent()
  })
  return {
    PUT: identityEndpoint({ params: path }, async ({ ctx, params }) => {
      await ctx.identity.assignments.give(ctx.caller, params)
      await noteGrant(ctx, params)
      return noContent()
    }),
    GET: isHeld,
    HEAD: isHeld,
    DELETE: identityEndpoint({ params: path }, async ({ ctx, params }) => {
      await ctx.identity.assignments.take(ctx.caller, params)
      await noteGrant(ctx, params)
      return noContent()
    }),
  }
}

/** The ids alone would say little in the audit log, and nothing once the user is gone. */
async function noteGrant(ctx: CallerContext, grant: Grant) {
  const [named] = await ctx.identity.assignments.withNames([grant])
  if (named) noteDetails(ctx, { role: named.role.name, user: named.user.name, [named.target.kind]: named.target.name })
}
