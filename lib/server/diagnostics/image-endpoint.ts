import type { Cause, Fix } from '@/lib/contract/diagnostics'
import type { Asking as Run } from './asking'
import type { Endpoint, TokenFacts } from './keystone-questions'

/** The image endpoint that a client would choose, or why it finds none. */
export type FoundEndpoint =
  | { url: string; from: 'command' | 'catalogue' }
  | { cause: Cause; summary: string; there: string; fix: Fix }

type Wishes = Pick<Run, 'endpoint' | 'region' | 'interface' | 'settings' | 'own'>

/** Chooses as OpenStack's clients do: type, then region, then interface. */
export function findEndpoint(subject: Wishes, { catalog = [] }: TokenFacts): FoundEndpoint {
  if (subject.endpoint) return { url: subject.endpoint, from: 'command' }
  const wanted = subject.interface.replace(/URL$/, '')
  const services = catalog.filter(({ type }) => type === 'image')
  const endpoints = services.flatMap((service) => service.endpoints)
  const inRegion = endpoints.filter(({ region }) => !subject.region || region === subject.region)
  const chosen = inRegion.find((endpoint) => endpoint.interface === wanted)
  if (chosen) return { url: chosen.url, from: 'catalogue' }
  const there = endpoints.map((each) => `${each.interface} in ${each.region}: ${each.url}`).join('; ') || 'none'
  if (services.length === 0) return { ...missingService(subject, catalog), there }
  if (endpoints.length === 0 || isRegionOfOthers(subject.region, catalog, inRegion))
    return { ...missing(subject, catalog), there }
  if (inRegion.length === 0) return { ...wrongRegion(subject.region ?? '', endpoints), there }
  const lines = [`export OS_INTERFACE=${inRegion[0]?.interface}`]
  const fix = { text: 'Choose an interface that there is, or have this one registered.', lines }
  return { cause: 'wrongInterface', summary: `There is no image endpoint of the interface ${wanted}.`, there, fix }
}

type Catalogue = NonNullable<TokenFacts['catalog']>

/** Other services are in the region, so that its name is right and the image service has been forgotten there. */
function isRegionOfOthers(region: string | undefined, catalog: Catalogue, inRegion: readonly Endpoint[]): boolean {
  return region !== undefined && inRegion.length === 0 && regionsOf(catalog).includes(region)
}

function regionsOf(catalog: Catalogue): string[] {
  return [...new Set(catalog.flatMap(({ endpoints }) => endpoints.map(({ region }) => region ?? '')))].filter(Boolean)
}

function missingService(subject: Wishes, catalog: Catalogue) {
  const { fix } = missing(subject, catalog)
  const lines = ['openstack service create --name vitrine --description "Image service" image', ...fix.lines]
  const summary = 'The catalogue has no service of the type image.'
  return { cause: 'imageServiceMissing' as const, summary, fix: { text: 'Register the service and its endpoint.', lines } }
}

function missing({ region, settings, own }: Wishes, catalog: Catalogue) {
  const place = region ?? regionsOf(catalog)[0] ?? 'RegionOne'
  const url = settings.DEFAULT.public_endpoint || own
  const lines = ['public', 'internal'].map((each) => `openstack endpoint create --region ${place} image ${each} ${url}`)
  const summary = `The catalogue has no image endpoint${region ? ` in the region ${region}` : ''}.`
  return { cause: 'endpointMissing' as const, summary, fix: { text: 'Register the endpoints.', lines } }
}

function wrongRegion(region: string, endpoints: readonly Endpoint[]) {
  const regions = [...new Set(endpoints.map((endpoint) => endpoint.region ?? ''))]
  const alike = regions.find((each) => each.toLowerCase() === region.toLowerCase()) ?? regions[0]
  const hint =
    alike?.toLowerCase() === region.toLowerCase() ? 'Capitals count in the name of a region.' : 'Choose a region that there is.'
  const summary = `The catalogue has no image endpoint in the region ${region}.`
  return { cause: 'wrongRegion' as const, summary, fix: { text: hint, lines: [`export OS_REGION_NAME=${alike}`] } }
}
