import { json } from '@/lib/server/http/answers'
import { openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { versionView } from '@/lib/server/identity/version-view'

export const GET = openIdentityEndpoint({}, ({ ctx: { base } }) => {
  const headers = { location: `${base}/` }
  return json({ versions: { values: [versionView(base)] } }, { status: 300, headers })
})
