import { z } from 'zod'
import { accessRule } from './access-rules'

/** What Keystone names by both. */
export const named = z.object({ id: z.string(), name: z.string() })

/** A user or a project. */
export const owned = named.extend({ domain: named })

/** What Keystone says of a token, as far as it tells who the caller is. */
export const tokenDocument = z.object({
  user: owned,
  project: owned.optional(),
  domain: named.optional(),
  system: z.unknown().optional(),
  roles: z.array(z.object({ name: z.string() })).default([]),
  application_credential: named
    .extend({ access_rules: z.array(accessRule).optional() })
    .partial()
    .optional(),
  expires_at: z.string(),
})

/** The endpoints of each service, which a token of a project brings. */
export const serviceCatalogue = z.array(
  z.object({
    type: z.string(),
    name: z.string().optional(),
    endpoints: z.array(z.object({ interface: z.string(), region: z.string().nullish(), url: z.string() })).default([]),
  }),
)
