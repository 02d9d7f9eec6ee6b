import { z } from 'zod'
import type { ProjectRef } from '@/lib/contract/session'
import { services } from '../services'
import type { KeystoneAnswer, KeystoneRequest } from './keystone-http'
import { assertIssued } from './keystone-refusal'
import { versioned } from './keystone-url'
import { LogInError } from './log-in-error'
import { type Proof, tokenProof } from './proofs'
import { named, tokenDocument } from './token-document'

const tokenAnswer = z.object({ token: tokenDocument.extend({ issued_at: z.string() }) })

type TokenFacts = z.infer<typeof tokenAnswer>['token']

export interface IssuedToken {
  id: string
  facts: TokenFacts
}

const projectsAnswer = z.object({
  projects: z.array(named.extend({ domain_id: z.string().nullish(), enabled: z.boolean().default(true) })),
})

interface Asked {
  identity: Proof
  scope?: unknown
  /** Of the factors that were given before. */
  receipt?: string
}

/** A new token. Throws LogInError. */
export async function issueToken({ identity, scope, receipt }: Asked): Promise<IssuedToken> {
  const answer = await ask('POST', '/auth/tokens?nocatalog', {
    body: { auth: { identity, ...(scope !== undefined && { scope }) } },
    ...(receipt !== undefined && { headers: { 'openstack-auth-receipt': receipt } }),
  })
  await assertIssued(answer, identity)
  const id = answer.headers['x-subject-token']
  if (typeof id !== 'string') throw new LogInError('badAnswer')
  return { id, facts: read(tokenAnswer, answer).token }
}

/** A token of that project, as old as the token it was made from. Throws LogInError. */
export function projectToken(unscoped: string, projectId: string): Promise<IssuedToken> {
  return issueToken({ identity: tokenProof(unscoped), scope: { project: { id: projectId } } })
}

/** What Keystone says of a token that somebody else took. Throws LogInError (`webSsoRefused`). */
export async function tokenFacts(token: string): Promise<TokenFacts> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token }
  const answer = await ask('GET', '/auth/tokens?nocatalog', { headers })
  if (answer.status === 401 || answer.status === 404) throw new LogInError('webSsoRefused')
  return read(tokenAnswer, answer).token
}

/** The enabled projects that the token's user may work in, with the ids of their domains. */
export async function projectsOf(token: string): Promise<ProjectRef[]> {
  const { projects } = read(projectsAnswer, await ask('GET', '/auth/projects', { headers: { 'x-auth-token': token } }))
  return projects
    .filter(({ enabled }) => enabled)
    .map(({ id, name, domain_id }) => ({ id, name, domain: domain_id ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}

/** The name of a domain; its id where the token's user may not look at it. */
export async function domainName(token: string, id: string): Promise<string> {
  const answer = await ask('GET', `/domains/${encodeURIComponent(id)}`, { headers: { 'x-auth-token': token } })
  return answer.status === 200 ? read(z.object({ domain: named }), answer).domain.name : id
}

/** The user's default project, where Keystone lets a user read the own record. */
export async function defaultProject({ id, facts }: IssuedToken): Promise<string | null> {
  const path = `/users/${encodeURIComponent(facts.user.id)}`
  const answer = await ask('GET', path, { headers: { 'x-auth-token': id } })
  if (answer.status !== 200) return null
  return read(z.object({ user: z.object({ default_project_id: z.string().nullish() }) }), answer).user.default_project_id ?? null
}

/** Gives a user another password, known the old one. Throws LogInError (`passwordRefused` with Keystone's reasons). */
export async function changePassword(userId: string, change: { original: string; password: string }): Promise<void> {
  const user = { original_password: change.original, password: change.password }
  const answer = await ask('POST', `/users/${encodeURIComponent(userId)}/password`, { body: { user } })
  if (answer.status === 204) return
  if (answer.status === 401) throw new LogInError('wrongPassword')
  const { data } = z.object({ error: z.object({ message: z.string() }) }).safeParse(json(answer))
  throw new LogInError('passwordRefused', data ? { detail: data.error.message } : {})
}

/** Revokes a token. One that Keystone no longer knows is revoked already. */
export async function revoke(token: string): Promise<void> {
  await ask('DELETE', '/auth/tokens', { headers: { 'x-auth-token': token, 'x-subject-token': token } })
}

type Rest = Pick<KeystoneRequest, 'headers' | 'body'>

async function ask(method: KeystoneRequest['method'], path: string, rest: Rest): Promise<KeystoneAnswer> {
  const url = `${versioned(services.keystoneUrl)}${path}`
  const answer = await services.keystoneHttp({ method, url, ...rest }).catch((cause: unknown) => {
    throw new LogInError('identityUnavailable', { cause })
  })
  if (answer.status < 500) return answer
  const known = answer.headers['x-openstack-request-id']
  const cause = new Error(`Keystone answered ${answer.status} to ${method} ${path} (its request ${known ?? 'has no id'})`)
  throw new LogInError('identityUnavailable', { cause })
}

function read<T>(schema: z.ZodType<T>, answer: KeystoneAnswer): T {
  const parsed = schema.safeParse(json(answer))
  if (!parsed.success) throw new LogInError('badAnswer', { cause: new Error(answer.body.slice(0, 500), { cause: parsed.error }) })
  return parsed.data
}

function json({ body }: KeystoneAnswer): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
