import { z } from 'zod'

export const importMethods = ['glance-direct', 'web-download', 'copy-image', 'glance-download'] as const
export type ImportMethodName = (typeof importMethods)[number]

const method = z.discriminatedUnion(
  'name',
  [
    z.object({ name: z.literal('glance-direct') }),
    z.object({ name: z.literal('web-download'), uri: z.string({ error: 'the method web-download needs a uri' }) }),
    z.object({ name: z.literal('copy-image') }),
    z.object({
      name: z.literal('glance-download'),
      glance_region: z.string({ error: 'the method glance-download needs a glance_region' }),
      glance_image_id: z
        .string({ error: 'the method glance-download needs a glance_image_id' })
        .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'image id does not look like a UUID'),
      // What the catalogue does not have, a region or an interface, is found out when the other service is looked for.
      glance_service_interface: z.string().default('public'),
    }),
  ],
  { error: `a name of an import method is expected: ${importMethods.join(', ')}` },
)
export type ImportMethod = z.infer<typeof method>

/** `POST /v2/images/{id}/import`. */
export const ImportRequest = z.object({
  method,
  stores: z.array(z.string()).min(1).optional(),
  all_stores: z.boolean().optional(),
  all_stores_must_succeed: z.boolean().optional(),
})
export type ImportRequest = z.infer<typeof ImportRequest>

/** How a new image's answer names the methods by which it can get its data; nothing where there are none. */
export function importMethodsHeader(enabled: readonly ImportMethodName[]): Record<string, string> {
  return enabled.length > 0 ? { 'openstack-image-import-methods': enabled.join(',') } : {}
}

/** The document at `/v2/info/import`. */
export function importInfo(enabled: readonly ImportMethodName[]) {
  return { 'import-methods': { description: 'Import methods available.', type: 'array', value: enabled } }
}
