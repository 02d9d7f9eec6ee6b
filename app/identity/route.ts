import { identityJson, openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { versionView } from '@/lib/server/identity/version-view'

export const GET = openIdentityEndpoint({}, ({ ctx: { base } }) => {
  const headers = { location: `${base}/` }
  return identityJson({ versions: { values: [versionView(base)] } }, { status: 300, headers })
})
