import { queryOptions } from '@tanstack/react-query'
import type { ServiceCause, ServiceListView } from '@/lib/contract/service-state'
import { api } from './api'

const refreshMs = 5_000

/** Every part of the service as it is just now. */
export const servicesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['services', projectId],
    queryFn: ({ signal }) => api<ServiceListView>('/api/services', { signal }),
    refetchInterval: refreshMs,
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
