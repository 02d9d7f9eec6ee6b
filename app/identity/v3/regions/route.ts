import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { regionView } from '@/lib/server/identity/catalog-view'
import { collection } from '@/lib/server/identity/identity-view'

export const GET = identityEndpoint({}, ({ ctx: { identity, base } }) =>
  json(collection('regions', [regionView(identity.region, base)], `${base}/regions`)),
)
