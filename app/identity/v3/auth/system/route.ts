import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { collection } from '@/lib/server/identity/identity-view'

/** Nobody holds a role on the system as a whole here. */
export const GET = identityEndpoint({}, ({ ctx: { base } }) => json(collection('system', [], `${base}/auth/system`)))
