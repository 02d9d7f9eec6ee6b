import type { ServiceListView, ServicePart } from '@/lib/contract/service-state'
import { version } from '@/package.json'
import type { CacheDisk } from '../cache/cache-service'
import type { Config } from '../config'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import type { StoreRegistry } from '../stores/store-registry'
import { cacheState, storeState } from './byte-states'
import { type KeystoneParts, keystoneState } from './keystone-state'
import { memcachedStates } from './memcached-state'
import { down, part, timed } from './part'
import type { ServiceStateRepository } from './service-state-repository'
import { createStateTimes } from './state-times'

/** Whether the operator has taken this process out of service, as the health check says. */
export interface OwnHealth {
  status: number
  details: string
}

export interface ServiceOverview {
  /** Every part that the service is made of or needs, as it is just now. Throws `forbidden` for all but administrators. */
  list(ctx: Context, health: OwnHealth): Promise<ServiceListView>
}

interface Parts extends KeystoneParts {
  config: Pick<Config, 'DEFAULT' | 'keystone_authtoken'>
  policy: Policy
  repository: ServiceStateRepository
  stores: StoreRegistry
  disk: CacheDisk | null
}

/** Who asks within this time shares the last look. */
const freshMs = 1000

export function createServiceOverview(parts: Parts): ServiceOverview {
  const { config, policy, repository, stores, disk } = parts
  const sinceWhen = createStateTimes()
  let seen: { at: number; services: Promise<ServicePart[]> } | undefined

  async function look(): Promise<ServicePart[]> {
    const [api, rest, remembering] = await Promise.all([
      apiState(repository),
      Promise.all([
        databaseState(repository),
        ...stores.all().map(storeState),
        keystoneState(parts),
        cacheState(disk, config.DEFAULT),
      ]),
      memcachedStates(config.keystone_authtoken, parts.embedded),
    ])
    return [api, part('registry', { state: 'off', cause: 'insideApi' }), ...rest, ...remembering]
  }

  return {
    async list(ctx, health) {
      policy.authorize(ctx, 'context_is_admin', {})
      if (!seen || Date.now() - seen.at > freshMs) seen = { at: Date.now(), services: look() }
      const { at, services } = seen
      const disabled = { state: 'degraded', cause: 'disabledByFile', detail: health.details } as const
      const shown = (await services).map((each) =>
        each.name === 'api' && health.status !== 200 ? { ...each, ...disabled } : each,
      )
      const time = new Date(at).toISOString()
      return { time, services: sinceWhen(shown, time) }
    },
  }
}

async function apiState(repository: ServiceStateRepository): Promise<ServicePart> {
  const queue = await timed(repository.underWay)
    .then(({ value }) => value)
    .catch(() => ({}))
  return part('api', {
    version,
    uptime_seconds: Math.floor(process.uptime()),
    memory_bytes: process.memoryUsage.rss(),
    queue,
    place: `Node ${process.version}, ${process.platform} ${process.arch}, pid ${process.pid}`,
  })
}

async function databaseState(repository: ServiceStateRepository): Promise<ServicePart> {
  const place = repository.kind
  try {
    const { value, latency } = await timed(repository.version)
    return part('database', { place, version: value, latency_ms: latency })
  } catch (error) {
    return part('database', { place, ...down('databaseSilent', error) })
  }
}
