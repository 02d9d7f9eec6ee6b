import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint, openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { logInBody } from '@/lib/server/identity/log-in-request'
import { tokenBody } from '@/lib/server/identity/token-view'

export const POST = openIdentityEndpoint({ body: logInBody }, async ({ ctx, request, body }) => {
  const { token, facts } = await ctx.identity.logIns.logIn(body.auth, ctx.address)
  return json(tokenBody(facts, ctx.catalog, request.url), { status: 201, headers: { 'x-subject-token': token } })
})

export const GET = identityEndpoint({}, async ({ ctx, request }) => {
  const subject = request.headers.get('x-subject-token')
  const facts = await ctx.identity.subjects.show(ctx.caller, subject)
  return json(tokenBody(facts, ctx.catalog, request.url), { headers: { 'x-subject-token': subject ?? '' } })
})

export const HEAD = identityEndpoint({}, async ({ ctx, request }) => {
  await ctx.identity.subjects.check(ctx.caller, request.headers.get('x-subject-token'))
  return new Response(null)
})

export const DELETE = identityEndpoint({}, async ({ ctx, request }) => {
  await ctx.identity.subjects.revoke(ctx.caller, request.headers.get('x-subject-token'))
  return noContent()
})
