import { z } from 'zod'
import { versioned } from '../auth/keystone-url'
import { named, owned, serviceCatalogue, tokenDocument } from '../auth/token-document'
import type { Probe, Reply } from './probe'

const tokenAnswer = z.object({
  token: tokenDocument.extend({
    user: owned.extend({ password_expires_at: z.string().nullish() }),
    audit_ids: z.array(z.string()).default([]),
    issued_at: z.string(),
    catalog: serviceCatalogue.optional(),
  }),
})

/** What Keystone says of a token. */
export type TokenFacts = z.infer<typeof tokenAnswer>['token']
export type Endpoint = z.infer<typeof serviceCatalogue>[number]['endpoints'][number]

/** The token of an answer to a validation or a log-in; null where there is none. */
export function tokenFacts({ text }: Reply): TokenFacts | null {
  return tokenAnswer.safeParse(parsed(text)).data?.token ?? null
}

/** What Keystone says of a failure; empty where it says nothing. */
export function keystoneMessage({ text }: Reply): string {
  return z.object({ error: z.object({ message: z.string() }) }).safeParse(parsed(text)).data?.error.message ?? ''
}

/** JSON, or null. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Asks about `subject` with `token`; a token may ask about itself. */
export function validate(probe: Probe, keystone: string, { token, subject = token, query = '' }: Validation): Promise<Reply> {
  return probe(`${versioned(keystone)}/auth/tokens${query}`, {
    headers: { 'x-auth-token': token, 'x-subject-token': subject, 'openstack-identity-access-rules': '1' },
  })
}

export interface Validation {
  token: string
  subject?: string
  query?: '' | '?allow_expired=1'
}

/** Tries to log in; the token stands in `x-subject-token` of the answer. */
export function authenticate(probe: Probe, keystone: string, auth: unknown): Promise<Reply> {
  return probe(`${versioned(keystone)}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth }),
  })
}

/** The token that a log-in issued, or undefined. */
export function issuedToken({ headers }: Reply): string | undefined {
  return headers['x-subject-token']
}

const triesToScope = 3

/** Changes a token for one of that scope. Where one of several Keystones refuses the token, the next may take it. */
export async function rescope(probe: Probe, keystone: string, { token, scope }: Rescoping): Promise<Reply> {
  const auth = { identity: { methods: ['token'], token: { id: token } }, ...(scope !== undefined && { scope }) }
  let reply = await authenticate(probe, keystone, auth)
  for (let tries = 1; refusesToken(reply) && tries < triesToScope; tries += 1) reply = await authenticate(probe, keystone, auth)
  return reply
}

/** 401 where the scope is refused too, 404 where no key opens the token. */
function refusesToken({ status }: Reply): boolean {
  return status === 401 || status === 404
}

interface Rescoping {
  token: string
  scope: unknown
}

const projectsAnswer = z.object({ projects: z.array(named.extend({ enabled: z.boolean().default(true) })) })

/** The projects that a token's user has roles in, disabled ones too; null where Keystone does not say. */
export async function projectsOf(probe: Probe, keystone: string, token: string) {
  const reply = await probe(`${versioned(keystone)}/auth/projects`, { headers: { 'x-auth-token': token } })
  return projectsAnswer.safeParse(parsed(reply.text)).data?.projects ?? null
}

const versionsAnswer = z.object({
  versions: z.object({ values: z.array(z.object({ id: z.string(), status: z.string().optional() })) }),
})
const oneVersion = z.object({ version: z.object({ id: z.string() }) })

/** The versions that a Keystone announces at an address; null where it is no Keystone. */
export function identityVersions({ text }: Reply): string[] | null {
  const document = parsed(text)
  const list = versionsAnswer.safeParse(document).data?.versions.values
  if (list) return list.map(({ id }) => id)
  const one = oneVersion.safeParse(document).data
  return one ? [one.version.id] : null
}
