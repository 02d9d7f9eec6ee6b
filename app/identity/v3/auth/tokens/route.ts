import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint, openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { tokenAnswer } from '@/lib/server/http/token-answer'
import { logInBody } from '@/lib/server/identity/log-in-request'

export const POST = openIdentityEndpoint({ body: logInBody }, async ({ ctx, request, body }) => {
  const { token, facts } = await ctx.identity.logIns.logIn(body.auth, ctx.address)
  return json(tokenAnswer(ctx, request, facts), { status: 201, headers: { 'x-subject-token': token } })
})

export const GET = identityEndpoint({}, async ({ ctx, request }) => {
  const subject = request.headers.get('x-subject-token')
  const facts = await ctx.identity.subjects.show(ctx.caller, subject)
  return json(tokenAnswer(ctx, request, facts), { headers: { 'x-subject-token': subject ?? '' } })
})

export const HEAD = identityEndpoint({}, async ({ ctx, request }) => {
  await ctx.identity.subjects.check(ctx.caller, request.headers.get('x-subject-token'))
  return new Response(null)
})

export const DELETE = identityEndpoint({}, async ({ ctx, request }) => {
  await ctx.identity.subjects.revoke(ctx.caller, request.headers.get('x-subject-token'))
  return noContent()
})
