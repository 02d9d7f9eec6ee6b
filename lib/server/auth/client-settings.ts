import { z } from 'zod'
import type { RegionalSettingsView } from '@/lib/contract/client-settings'
import { Problem } from '@/lib/contract/problem'
import { withoutVersion } from '../diagnostics/version-root'
import { services } from '../services'
import { versioned } from './keystone-url'
import { otherRegions } from './other-regions'
import { serviceCatalogue } from './token-document'
import { browserKeystone } from './web-sso'

const catalogAnswer = z.object({ catalog: serviceCatalogue })

type Endpoint = z.infer<typeof serviceCatalogue>[number]['endpoints'][number]

/**
 * How a client reaches this service, which the request has reached at `base`: Keystone's public address, and the region of the
 * catalogue's image endpoint that leads here, and those that it leads to elsewhere. Throws `identityUnavailable`.
 */
export async function clientSettings(token: string, base: string): Promise<RegionalSettingsView> {
  if (services.identity) {
    const { region } = services.identity.catalog(base)
    return { auth_url: versioned(`${base}/identity`), region_name: region, interface: 'public', other_regions: [] }
  }
  const endpoints = await imageEndpoints(token)
  const chosen = choose(endpoints, base)
  const region = chosen?.region ?? null
  return {
    auth_url: versioned(browserKeystone()),
    region_name: region,
    interface: chosen?.interface ?? 'public',
    other_regions: await otherRegions(endpoints, region),
  }
}

async function imageEndpoints(token: string): Promise<Endpoint[]> {
  try {
    const url = `${versioned(services.keystoneUrl)}/auth/catalog`
    const { body } = await services.keystoneHttp({ method: 'GET', url, headers: { 'x-auth-token': token } })
    const { catalog } = catalogAnswer.parse(JSON.parse(body))
    return catalog.filter(({ type }) => type === 'image').flatMap(({ endpoints }) => endpoints)
  } catch (cause) {
    throw new Problem('identityUnavailable', 'The identity service did not answer what its catalogue says.', { cause })
  }
}

const ranks = ['public', 'internal', 'admin']

/** The endpoint at this very address, else one of the service's own region, else any: the catalogue may know it by another name. */
function choose(endpoints: readonly Endpoint[], base: string): Endpoint | undefined {
  const ranked = [...endpoints].sort((a, b) => ranks.indexOf(a.interface) - ranks.indexOf(b.interface))
  const own = services.config.keystone_authtoken.region_name
  return (
    ranked.find(({ url }) => withoutVersion(url) === base) ??
    ranked.find((each) => each.interface === 'public' && each.region === own) ??
    ranked.find((each) => each.interface === 'public')
  )
}
