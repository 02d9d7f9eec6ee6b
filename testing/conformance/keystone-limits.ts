import type { KeystoneServer } from '../keystone-server'

const names = ['image_size_total', 'image_stage_total', 'image_count_total', 'image_count_uploading'] as const
export type LimitName = (typeof names)[number]

/** The registered limits of the Image service. */
export interface KeystoneLimits {
  /** Lines of `[oslo_limit]`. */
  config: string
  /** Makes this the only limit that can be reached. */
  only(name: LimitName, value: number): Promise<void>
}

const plenty = 1_000_000

/** Registers every limit of images in a Keystone. */
export async function registerLimits({ admin, url, adminPassword }: KeystoneServer): Promise<KeystoneLimits> {
  const [service] = await admin.list('services', 'type=image')
  const [endpoint] = await admin.list('endpoints', `service_id=${service?.id}&interface=public`)
  const common = { service_id: service?.id, region_id: endpoint?.region_id, default_limit: plenty }
  const body = { registered_limits: names.map((resource_name) => ({ ...common, resource_name })) }
  // Whoever asks for limits does so for the whole system.
  const [user, role] = await Promise.all([admin.find('users', 'admin'), admin.find('roles', 'admin')])
  await admin.call('PUT', `/system/users/${user.id}/roles/${role.id}`)
  const made = await admin.call<{ registered_limits: { id: string; resource_name: string }[] }>(
    'POST',
    '/registered_limits',
    body,
  )
  return {
    config: `[oslo_limit]
auth_url = ${url}
username = admin
password = ${adminPassword}
user_domain_name = Default
system_scope = all
endpoint_id = ${endpoint?.id}
`,
    async only(name, value) {
      for (const { id, resource_name } of made.registered_limits) {
        const default_limit = resource_name === name ? value : plenty
        await admin.call('PATCH', `/registered_limits/${id}`, { registered_limit: { default_limit } })
      }
    },
  }
}
