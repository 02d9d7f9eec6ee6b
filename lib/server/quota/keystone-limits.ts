import { z } from 'zod'
import { type LimitName, limitNames } from '@/lib/contract/usage'
import type { Settings } from '../config-options'
import { createLimitReader, type LimitReader, wrongSettings } from './limit-reader'

/** A project's limits: its own, else the registered ones, else 0. -1 is none. */
type LimitsOfProject = Record<LimitName, number>

/** What Keystone holds now. Throws `internal` where the settings are wrong. */
export interface KeystoneLimits {
  ofProject(projectId: string): Promise<LimitsOfProject>
  /** Those of every project, by two questions in all. */
  ofAll(): Promise<(projectId: string) => LimitsOfProject>
}

/** Which service's limits, and in which region. */
type Place = Record<string, string>

const endpointAnswer = z.object({ endpoint: z.object({ service_id: z.string(), region_id: z.string().nullish() }) })
const servicesAnswer = z.object({ services: z.array(z.object({ id: z.string() })) })
const endpointsAnswer = z.object({ endpoints: z.array(z.object({ service_id: z.string(), region_id: z.string().nullish() })) })
const registeredAnswer = z.object({
  registered_limits: z.array(z.object({ resource_name: z.string(), default_limit: z.number() })),
})
const limitsAnswer = z.object({
  limits: z.array(z.object({ resource_name: z.string(), resource_limit: z.number(), project_id: z.string().nullish() })),
})

/** Reads limits from Keystone as `[oslo_limit]` says. */
export function createKeystoneLimits(settings: Settings['oslo_limit']): KeystoneLimits {
  const read = createLimitReader(settings)
  let place: Promise<Place> | undefined

  function ownPlace(): Promise<Place> {
    place ??= findPlace(read, settings).catch((error) => {
      place = undefined
      throw error
    })
    return place
  }

  async function known(of: Record<string, string>) {
    const where = await ownPlace()
    const [{ registered_limits }, { limits }] = await Promise.all([
      read('/registered_limits', where, registeredAnswer),
      read('/limits', { ...where, ...of }, limitsAnswer),
    ])
    return (projectId: string) => {
      const limitOf = (name: LimitName) =>
        limits.find((limit) => limit.resource_name === name && limit.project_id === projectId)?.resource_limit ??
        registered_limits.find(({ resource_name }) => resource_name === name)?.default_limit ??
        0
      return Object.fromEntries(limitNames.map((name) => [name, limitOf(name)])) as LimitsOfProject
    }
  }

  return {
    ofProject: async (projectId) => (await known({ project_id: projectId }))(projectId),
    ofAll: () => known({}),
  }
}

/** The service and the region of the endpoint that the settings name. */
async function findPlace(read: LimitReader, settings: Settings['oslo_limit']): Promise<Place> {
  const { endpoint_id, endpoint_service_type, endpoint_service_name, endpoint_region_name, endpoint_interface } = settings
  if (endpoint_id) return placeOf((await read(`/endpoints/${encodeURIComponent(endpoint_id)}`, {}, endpointAnswer)).endpoint)
  if (!endpoint_service_type && !endpoint_service_name)
    throw wrongSettings('[oslo_limit] needs endpoint_id, or endpoint_service_type or endpoint_service_name')
  const named = given({ type: endpoint_service_type, name: endpoint_service_name })
  const { services } = await read('/services', named, servicesAnswer)
  const [service] = services
  if (!service || services.length > 1)
    throw wrongSettings(`[oslo_limit] names ${services.length} services of Keystone, not one: ${JSON.stringify(named)}`)
  const wanted = given({ service_id: service.id, interface: endpoint_interface, region_id: endpoint_region_name })
  const { endpoints } = await read('/endpoints', wanted, endpointsAnswer)
  const [endpoint] = endpoints
  if (!endpoint || endpoints.length > 1)
    throw wrongSettings(`[oslo_limit] names ${endpoints.length} endpoints of Keystone, not one: ${JSON.stringify(wanted)}`)
  return placeOf(endpoint)
}

function placeOf({ service_id, region_id }: { service_id: string; region_id?: string | null | undefined }): Place {
  return given({ service_id, region_id: region_id ?? '' })
}

/** The parameters that are set. */
function given(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''))
}
