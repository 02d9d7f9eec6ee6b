import { z } from 'zod'

const maxSecret = 1024
const secret = z.string().max(maxSecret)
const idOrName = z.object({ id: z.string().optional(), name: z.string().optional() })

const domainRef = idOrName.refine(({ id, name }) => id !== undefined || name !== undefined, 'a domain has an id or a name')

/** Names are unique inside a domain only. */
const inDomain = idOrName
  .extend({ domain: domainRef.optional() })
  .refine(({ id, name, domain }) => id !== undefined || (name !== undefined && domain !== undefined), {
    message: 'either an id, or a name and its domain are expected',
  })

const scope = z.union(
  [
    z.literal('unscoped'),
    z.strictObject({ unscoped: z.unknown() }).transform(() => 'unscoped' as const),
    z.strictObject({ project: inDomain }),
    z.strictObject({ domain: domainRef }),
    z.strictObject({ system: z.unknown() }),
  ],
  { error: 'one of project (by id, or by name and domain), domain, system or "unscoped" is expected' },
)

/** The body of `POST /v3/auth/tokens`. */
export const logInBody = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()).min(1),
      password: z.object({ user: inDomain.and(z.object({ password: secret })) }).optional(),
      token: z.object({ id: z.string() }).optional(),
      application_credential: idOrName.extend({ secret, user: inDomain.optional() }).optional(),
    }),
    scope: scope.optional(),
  }),
})

export type LogIn = z.infer<typeof logInBody>['auth']
export type DomainRef = z.infer<typeof domainRef>
export type InDomain = z.infer<typeof inDomain>
export type WantedScope = z.infer<typeof scope>

/** The body of `POST /v3/users/{id}/password`. */
export const passwordChangeBody = z.object({
  user: z.object({ original_password: secret, password: secret.min(1) }),
})
