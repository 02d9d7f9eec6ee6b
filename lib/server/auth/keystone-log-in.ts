import { z } from 'zod'
import type { ProjectRef, SignInFailure } from '@/lib/contract/session'
import { versioned } from './keystone-url'

/** A sign-in that failed; `reason` chooses the words that the person reads. */
export class LogInError extends Error {
  override readonly name = 'LogInError'

  constructor(
    readonly reason: SignInFailure,
    cause?: unknown,
  ) {
    super(reason, { cause })
  }
}

const named = z.object({ id: z.string(), name: z.string() })

const tokenAnswer = z.object({
  token: z.object({
    user: named.extend({ domain: named }),
    project: named.extend({ domain: named }).optional(),
    roles: z.array(z.object({ name: z.string() })).default([]),
    expires_at: z.string(),
  }),
})

export type TokenFacts = z.infer<typeof tokenAnswer>['token']

export interface IssuedToken {
  id: string
  facts: TokenFacts
}

const projectsAnswer = z.object({
  projects: z.array(named.extend({ domain_id: z.string().nullish(), enabled: z.boolean().default(true) })),
})

const timeoutMs = 30_000

export interface PasswordLogIn {
  domain: string
  user: string
  password: string
}

/** An explicitly unscoped token, so that the default project is our choice. Throws LogInError. */
export function unscopedToken(keystone: string, { domain, user, password }: PasswordLogIn): Promise<IssuedToken> {
  const identity = { methods: ['password'], password: { user: { name: user, domain: { name: domain }, password } } }
  return issue(keystone, { identity, scope: 'unscoped' })
}

/** A token of that project, as old as the token it was made from. Throws LogInError. */
export function projectToken(keystone: string, unscoped: string, projectId: string): Promise<IssuedToken> {
  return issue(keystone, {
    identity: { methods: ['token'], token: { id: unscoped } },
    scope: { project: { id: projectId } },
  })
}

/** The enabled projects that the token's user may work in. */
export async function projectsOf(keystone: string, token: string): Promise<ProjectRef[]> {
  const response = await call(keystone, '/auth/projects', { headers: { 'x-auth-token': token } })
  if (!response.ok) throw new LogInError(failureOf(response.status, ''))
  const { projects } = projectsAnswer.parse(await response.json())
  return projects
    .filter(({ enabled }) => enabled)
    .map(({ id, name, domain_id }) => ({ id, name, domain: domain_id ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}

/** The user's default project, where Keystone lets a user read the own record. */
export async function defaultProject(keystone: string, { id, facts }: IssuedToken): Promise<string | null> {
  const response = await call(keystone, `/users/${facts.user.id}`, { headers: { 'x-auth-token': id } })
  if (!response.ok) return null
  const record = z.object({ user: z.object({ default_project_id: z.string().nullish() }) }).safeParse(await response.json())
  return record.data?.user.default_project_id ?? null
}

/** Revokes a token. One that Keystone no longer knows is revoked already. */
export async function revoke(keystone: string, token: string): Promise<void> {
  await call(keystone, '/auth/tokens', { method: 'DELETE', headers: { 'x-auth-token': token, 'x-subject-token': token } })
}

async function issue(keystone: string, auth: unknown): Promise<IssuedToken> {
  const response = await call(keystone, '/auth/tokens?nocatalog', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth }),
  })
  const text = await response.text()
  const id = response.headers.get('x-subject-token')
  if (!response.ok || !id) throw new LogInError(failureOf(response.status, text))
  return { id, facts: tokenAnswer.parse(JSON.parse(text)).token }
}

function failureOf(status: number, text: string): SignInFailure {
  if (status === 429 || status === 413) return 'tooManyAttempts'
  // Keystone has no code of its own for this; its text is the only sign.
  if (status === 401 && /password.+expired/i.test(text)) return 'passwordExpired'
  if (status === 401 || status === 404) return 'wrongPassword'
  return status >= 500 ? 'identityUnavailable' : 'badAnswer'
}

async function call(keystone: string, path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { accept: 'application/json', ...init.headers }
    return await fetch(`${versioned(keystone)}${path}`, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    throw new LogInError('identityUnavailable', cause)
  }
}
