import { identityEndpoint, identityJson } from '@/lib/server/http/identity-endpoint'
import { collection } from '@/lib/server/identity/identity-view'

/** Nobody holds a role on the system as a whole here. */
export const GET = identityEndpoint({}, ({ ctx: { base } }) => identityJson(collection('system', [], `${base}/auth/system`)))
