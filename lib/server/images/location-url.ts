import { Problem } from '@/lib/contract/problem'
import type { StoreRegistry } from '../stores/store-registry'

/** Schemes whose locations would name what the server itself keeps, or its credentials. */
const ownSchemes = ['file', 'filesystem', 'swift+config']

/** Throws `badRequest` for a URL that cannot become an image's location from outside. */
export function assertExternal(url: string, stores: StoreRegistry) {
  const scheme = schemeOf(url)
  if (ownSchemes.includes(scheme)) throw new Problem('badRequest', `A location cannot have the scheme ${scheme}.`)
  if (!stores.storeOf({ url })) throw new Problem('badRequest', 'No store reads locations of this kind.')
}

/** Whether the URL is one of the web, and a store reads those. */
export function isReadableFromWeb(url: string, stores: StoreRegistry): boolean {
  return ['http', 'https'].includes(schemeOf(url)) && stores.all().some(({ type }) => type === 'http')
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':')).toLowerCase()
}
