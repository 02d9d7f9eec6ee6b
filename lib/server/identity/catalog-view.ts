import { assertAdmin, type Caller, found } from './caller'
import type { Catalog } from './catalog'

interface Filter {
  name?: string | undefined
  type?: string | undefined
  serviceId?: string | undefined
  interface?: string | undefined
  regionId?: string | undefined
}

const fits = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value

/** The services of the catalog, for administrators. */
export function listServices(caller: Caller, { services }: Catalog, { name, type }: Filter = {}) {
  assertAdmin(caller)
  return services.filter((service) => fits(name, service.name) && fits(type, service.type))
}

export function getService(caller: Caller, catalog: Catalog, id: string) {
  return found(
    listServices(caller, catalog).find((service) => service.id === id),
    'service',
    id,
  )
}

/** The endpoints of the catalog, for administrators. */
export function listEndpoints(caller: Caller, { endpoints }: Catalog, filter: Filter = {}) {
  assertAdmin(caller)
  return endpoints.filter(
    (endpoint) =>
      fits(filter.serviceId, endpoint.service_id) &&
      fits(filter.interface, endpoint.interface) &&
      fits(filter.regionId, endpoint.region_id),
  )
}

export function getEndpoint(caller: Caller, catalog: Catalog, id: string) {
  return found(
    listEndpoints(caller, catalog).find((endpoint) => endpoint.id === id),
    'endpoint',
    id,
  )
}

/** The one region, for everybody. */
export function regionView(region: string, base: string) {
  return { id: region, description: '', parent_region_id: null, links: { self: `${base}/regions/${region}` } }
}
