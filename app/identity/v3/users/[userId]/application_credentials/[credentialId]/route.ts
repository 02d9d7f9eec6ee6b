import { json, noContent } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { CredentialPath } from '@/lib/server/identity/identity-paths'
import { applicationCredentialView } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({ params: CredentialPath }, async ({ ctx: { identity, caller, base }, params }) => {
  const credential = await identity.applicationCredentials.get(caller, params.userId, params.credentialId)
  return json({ application_credential: applicationCredentialView(credential, base) })
})

export const DELETE = identityEndpoint({ params: CredentialPath }, async ({ ctx: { identity, caller }, params }) => {
  await identity.applicationCredentials.remove(caller, params.userId, params.credentialId)
  return noContent()
})
