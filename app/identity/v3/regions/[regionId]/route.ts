import { Problem } from '@/lib/contract/problem'
import { json } from '@/lib/server/http/answers'
import { identityEndpoint } from '@/lib/server/http/identity-endpoint'
import { regionView } from '@/lib/server/identity/catalog-view'
import { RegionPath } from '@/lib/server/identity/identity-paths'

export const GET = identityEndpoint({ params: RegionPath }, ({ ctx: { identity, base }, params: { regionId } }) => {
  if (regionId !== identity.region) throw new Problem('notFound', `Could not find region: ${regionId}.`)
  return json({ region: regionView(regionId, base) })
})
