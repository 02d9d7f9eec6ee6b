import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { listFilter, newApplicationCredential } from '@/lib/server/identity/identity-input'
import { UserPath } from '@/lib/server/identity/identity-paths'
import { applicationCredentialView, collection } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: UserPath, query: listFilter }, async ({ ctx, params: { userId }, query }) => {
  const credentials = await ctx.identity.applicationCredentials.list(ctx.caller, userId, query.name)
  const views = credentials.map((credential) => applicationCredentialView(credential, ctx.base))
  return json(collection('application_credentials', views, `${ctx.base}/users/${userId}/application_credentials`))
})

export const POST = identityEndpoint({ params: UserPath, body: newApplicationCredential }, async ({ ctx, params, body }) => {
  const credential = await ctx.identity.applicationCredentials.create(ctx.caller, params.userId, body)
  return json({ application_credential: applicationCredentialView(credential, ctx.base) }, { status: 201 })
})
