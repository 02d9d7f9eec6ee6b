import { identityJson, openIdentityEndpoint } from '@/lib/server/http/identity-endpoint'
import { versionView } from '@/lib/server/identity/version-view'

export const GET = openIdentityEndpoint({}, ({ ctx: { base } }) => identityJson({ version: versionView(base) }))
