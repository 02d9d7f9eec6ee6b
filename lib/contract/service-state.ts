/** How a part of the cloud's image service is: `off` is not run, on purpose; `unknown` cannot be told without using it. */
export const serviceStates = ['up', 'degraded', 'down', 'off', 'unknown'] as const
export type ServiceState = (typeof serviceStates)[number]

export const serviceNames = ['api', 'registry', 'database', 'store', 'keystone', 'memcached', 'cache'] as const
export type ServiceName = (typeof serviceNames)[number]

/** Why a part is not simply up. */
export type ServiceCause =
  | ('disabledByFile' | 'insideApi' | 'databaseSilent' | 'storeUnavailable' | 'storeNearlyFull' | 'cacheUnavailable')
  | ('keystoneSilent' | 'notKeystone' | 'memcachedSilent' | 'rememberedInProcess' | 'notRemembered' | 'notConfigured')
  | ('serviceAccountRefused' | 'serviceAccountPowerless' | 'endpointMissing' | 'identityFailing' | 'embedded')

/** One part, as it is found. */
export interface ServicePart {
  name: ServiceName
  /** Which one, where there are several: the id of a store, the address of a memcached. */
  instance: string | null
  state: ServiceState
  cause: ServiceCause | null
  /** What the part itself says of a fault. */
  detail: string | null
  version: string | null
  uptime_seconds: number | null
  memory_bytes: number | null
  /** How long it took to answer just now. */
  latency_ms: number | null
  /** What waits or is being worked on, by its kind. */
  queue: Partial<Record<'uploads' | 'tasks' | 'images', number>>
  /** Room and what of it is left or used. */
  room: { total: number; used: number } | null
  /** Where it is, or what it is made of. */
  place: string | null
}

/** One part, as `GET /api/services` shows it. */
export interface ServiceView extends ServicePart {
  /** When the process that answers first saw it in this state, for this cause; ISO 8601. */
  since: string
}

/** `GET /api/services`. */
export interface ServiceListView {
  /** When it was looked; ISO 8601. */
  time: string
  services: ServiceView[]
}
