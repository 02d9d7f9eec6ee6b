import { queryOptions } from '@tanstack/react-query'
import type { ServiceCause, ServiceListView } from '@/lib/contract/service-state'
import { api } from './api'

const busyMs = 5_000
const quietMs = 60_000
/** What runs for less than this has just been started. */
const freshSeconds = 60

/** Whether a part fails or has just started, so that the next look may find it otherwise. */
export function isUnsettled({ services }: ServiceListView): boolean {
  return services.some(
    ({ state, uptime_seconds: uptime }) => state === 'down' || state === 'degraded' || (uptime !== null && uptime < freshSeconds),
  )
}

/** Every part of the service as it is just now. */
export const servicesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['services', projectId],
    queryFn: ({ signal }) => api<ServiceListView>('/api/services', { signal }),
    // A server that does not answer is what one waits for, too.
    refetchInterval: ({ state: { data, error } }) => (error || (data && isUnsettled(data)) ? busyMs : quietMs),
  })

/** Commands, or lines of the configuration, that mend a fault. */
export const serviceRemedies: Partial<Record<ServiceCause, string>> = {
  databaseSilent: 'systemctl status mariadb postgresql',
  storeUnavailable: 'ls -ld /var/lib/glance/images',
  storeNearlyFull: 'df -h',
  keystoneSilent: 'npx vitrine doctor --config-file /etc/glance/glance-api.conf',
  notKeystone: 'npx vitrine doctor --config-file /etc/glance/glance-api.conf',
  serviceAccountRefused: 'openstack user set --password-prompt glance',
  serviceAccountPowerless: 'openstack role add --project service --user glance service',
  endpointMissing: 'openstack endpoint list --service identity',
  identityFailing: 'npx vitrine doctor --config-file /etc/glance/glance-api.conf',
  memcachedSilent: 'systemctl restart memcached',
}
