import type { OtherRegion } from '@/lib/contract/client-settings'
import { withoutVersion } from '../diagnostics/version-root'

interface Endpoint {
  interface: string
  region?: string | null | undefined
  url: string
}

const timeoutMs = 2000
const most = 20

/** The public image endpoints outside a region, one of each other region; each is asked, without a token, for a dashboard. */
export function otherRegions(endpoints: readonly Endpoint[], here: string | null): Promise<OtherRegion[]> {
  const others = new Map<string, string>()
  for (const { region, url, ...endpoint } of endpoints) {
    if (region && region !== here && endpoint.interface === 'public' && !others.has(region))
      others.set(region, withoutVersion(url))
  }
  const sorted = [...others].sort(([one], [other]) => one.localeCompare(other)).slice(0, most)
  return Promise.all(sorted.map(async ([region_name, url]) => ({ region_name, url, dashboard: await hasDashboard(url) })))
}

/** An image service without a dashboard answers a browser with its versions. */
async function hasDashboard(url: string): Promise<boolean> {
  const headers = { accept: 'text/html', 'user-agent': 'vitrine' }
  const signal = AbortSignal.timeout(timeoutMs)
  const answer = await fetch(`${url}/`, { headers, redirect: 'manual', signal }).catch(() => null)
  await answer?.body?.cancel()
  return answer?.status === 302 && answer.headers.get('location') === '/images'
}
