import type { ServicePart, ServiceView } from '@/lib/contract/service-state'

/** Remembers since when each part has been seen as it is. A part whose cause changes is seen anew. */
export function createStateTimes(): (services: readonly ServicePart[], time: string) => ServiceView[] {
  const seen = new Map<string, { as: string; since: string }>()

  return (services, time) =>
    services.map((service) => {
      const { name, instance, state, cause } = service
      const key = `${name} ${instance ?? ''}`
      const as = `${state} ${cause ?? ''}`
      const before = seen.get(key)
      const since = before?.as === as ? before.since : time
      seen.set(key, { as, since })
      return { ...service, since }
    })
}
