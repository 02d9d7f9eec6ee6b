import { createHash } from 'node:crypto'

export interface CatalogService {
  id: string
  type: string
  name: string
  description: string
  enabled: true
}

export interface CatalogEndpoint {
  id: string
  service_id: string
  interface: 'public' | 'internal' | 'admin'
  region: string
  region_id: string
  url: string
  enabled: true
}

export interface Catalog {
  region: string
  services: readonly CatalogService[]
  endpoints: readonly CatalogEndpoint[]
}

const offered = [
  { type: 'image', name: 'glance', description: 'OpenStack Image service', path: '' },
  { type: 'identity', name: 'keystone', description: 'OpenStack Identity service', path: '/identity' },
] as const
const interfaces = ['public', 'internal', 'admin'] as const

/** What this server offers, at the address under which the client reached it. */
export function createCatalog(base: string, region: string): Catalog {
  const services = offered.map(({ type, name, description }) => {
    return { id: lastingId(type), type, name, description, enabled: true } as const
  })
  const endpoints = offered.flatMap(({ type, path }) =>
    interfaces.map((name) => ({
      id: lastingId(`${type} ${name} ${region}`),
      service_id: lastingId(type),
      interface: name,
      region,
      region_id: region,
      url: `${base}${path}`,
      enabled: true as const,
    })),
  )
  return { region, services, endpoints }
}

/** The catalog as a token carries it. */
export function catalogView({ services, endpoints }: Catalog) {
  return services.map(({ id, type, name }) => ({
    id,
    type,
    name,
    endpoints: endpoints.flatMap(({ service_id, enabled, ...endpoint }) => (service_id === id ? [endpoint] : [])),
  }))
}

/** The same at every start, without being kept. */
function lastingId(name: string): string {
  return createHash('sha256').update(`vitrine ${name}`).digest('hex').slice(0, 32)
}
