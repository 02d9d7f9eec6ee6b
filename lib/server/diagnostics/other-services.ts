import type { Asking } from './asking'
import type { Caller } from './facts'

/** What a service lists for anybody, by its type in the catalogue. */
const lists: Readonly<Record<string, string>> = {
  compute: '/servers?limit=1',
  network: '/v2.0/networks?limit=1',
  volumev3: '/volumes?limit=1',
  'block-storage': '/volumes?limit=1',
  'object-store': '?limit=1',
  'key-manager': '/v1/secrets?limit=1',
}

const most = 3

/** What other services of the catalogue say to the caller's token, such as `compute: 200`; only those that may be sent it. */
export async function otherServices(asking: Asking, { token, facts: { catalog = [] } }: Caller): Promise<string[]> {
  const wanted = asking.interface.replace(/URL$/, '')
  const found = catalog.flatMap(({ type, endpoints }) => {
    const fits = endpoints.find((each) => each.interface === wanted && (!asking.region || each.region === asking.region))
    return fits && lists[type] !== undefined && asking.mayCarryToken(fits.url) ? [{ type, url: fits.url + lists[type] }] : []
  })
  return Promise.all(
    found.slice(0, most).map(async ({ type, url }) => {
      const reply = await asking.callersProbe(url, { headers: { 'x-auth-token': token } }).catch(() => null)
      return `${type}: ${reply?.status ?? 'no answer'}`
    }),
  )
}
