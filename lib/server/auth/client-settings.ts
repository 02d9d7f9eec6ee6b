import { z } from 'zod'
import type { ClientSettingsView } from '@/lib/contract/client-settings'
import { Problem } from '@/lib/contract/problem'
import { services } from '../services'
import { versioned } from './keystone-url'
import { browserKeystone } from './web-sso'

const catalogAnswer = z.object({
  catalog: z.array(
    z.object({
      type: z.string(),
      endpoints: z.array(z.object({ interface: z.string(), region: z.string().nullish(), url: z.string() })),
    }),
  ),
})

type Endpoint = z.infer<typeof catalogAnswer>['catalog'][number]['endpoints'][number]

/**
 * How a client reaches this service, which the request has reached at `base`: Keystone's public address, and the region of the
 * catalogue's image endpoint that leads here. Throws `identityUnavailable`.
 */
export async function clientSettings(token: string, base: string): Promise<ClientSettingsView> {
  if (services.identity) {
    const { region } = services.identity.catalog(base)
    return { auth_url: versioned(`${base}/identity`), region_name: region, interface: 'public' }
  }
  const chosen = choose(await imageEndpoints(token), base)
  return {
    auth_url: versioned(browserKeystone()),
    region_name: chosen?.region ?? null,
    interface: chosen?.interface ?? 'public',
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

/** The endpoint at this very address, else a public one: the catalogue may know the service by another name. */
function choose(endpoints: readonly Endpoint[], base: string): Endpoint | undefined {
  const ranked = [...endpoints].sort((a, b) => ranks.indexOf(a.interface) - ranks.indexOf(b.interface))
  return ranked.find(({ url }) => url.replace(/\/+$/, '') === base) ?? ranked.find((each) => each.interface === 'public')
}
