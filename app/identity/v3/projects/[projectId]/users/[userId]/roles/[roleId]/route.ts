import { noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { ProjectAssignmentPath as Path } from '@/lib/server/identity/identity-paths'

export const PUT = identityEndpoint({ params: Path }, async ({ ctx: { identity, caller }, params }) => {
  await identity.assignments.give(caller, params)
  return noContent()
})

export const GET = identityEndpoint({ params: Path }, async ({ ctx: { identity, caller }, params }) => {
  await identity.assignments.assertHeld(caller, params)
  return noContent()
})

export const HEAD = identityEndpoint({ params: Path }, async ({ ctx: { identity, caller }, params }) => {
  await identity.assignments.assertHeld(caller, params)
  return noContent()
})

export const DELETE = identityEndpoint({ params: Path }, async ({ ctx: { identity, caller }, params }) => {
  await identity.assignments.take(caller, params)
  return noContent()
})
