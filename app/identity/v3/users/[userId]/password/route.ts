import { noContent } from '@/lib/server/http/answers'
import { openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { UserPath } from '@/lib/server/identity/identity-paths'
import { passwordChangeBody } from '@/lib/server/identity/log-in-request'

export const POST = openIdentityEndpoint({ params: UserPath, body: passwordChangeBody }, async ({ ctx, params, body }) => {
  const { original_password: original, password } = body.user
  await ctx.identity.passwords.change(params.userId, { original, password, address: ctx.address })
  return noContent()
})
