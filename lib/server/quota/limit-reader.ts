import type { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'

/** Asks Keystone for one document. Throws `internal` where it refuses, `identityUnavailable` where it is not there. */
export type LimitReader = <T>(path: string, parameters: Record<string, string>, answer: z.ZodType<T>) => Promise<T>

const timeoutMs = 30_000

/** Reads as the user of `[oslo_limit]`, whose token is taken on first use and again when Keystone no longer accepts it. */
export function createLimitReader(settings: Settings['oslo_limit']): LimitReader {
  const base = `${settings.auth_url.replace(/\/v\d[\d.]*$/, '')}/v3`
  let token: Promise<string> | undefined

  function ownToken(): Promise<string> {
    token ??= logIn(base, settings).catch((error) => {
      token = undefined
      throw error
    })
    return token
  }

  return async (path, parameters, answer) => {
    if (!settings.auth_url) throw wrongSettings('use_keystone_limits needs [oslo_limit] auth_url')
    const url = `${base}${path}?${new URLSearchParams(parameters)}`
    const ask = async () => call(url, { headers: { 'x-auth-token': await ownToken(), accept: 'application/json' } })
    let response = await ask()
    if (response.status === 401) {
      token = undefined
      response = await ask()
    }
    assertAnswered(response, url)
    const parsed = answer.safeParse(await response.json().catch(() => null))
    if (!parsed.success) throw wrongSettings(`Keystone answered ${url} with something else`, parsed.error)
    return parsed.data
  }
}

async function logIn(base: string, settings: Settings['oslo_limit']): Promise<string> {
  const response = await call(`${base}/auth/tokens?nocatalog`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity: identityOf(settings), ...scopeOf(settings) } }),
  })
  assertAnswered(response, `the log-in of the [oslo_limit] user ${settings.username || settings.user_id}`)
  const token = response.headers.get('x-subject-token')
  if (!token) throw wrongSettings('Keystone issued no token to the user of [oslo_limit]')
  return token
}

function identityOf({ user_id, username, user_domain_id, user_domain_name, password }: Settings['oslo_limit']) {
  const user = user_id ? { id: user_id } : { name: username, domain: named(user_domain_id, user_domain_name) }
  return { methods: ['password'], password: { user: { ...user, password } } }
}

function scopeOf(settings: Settings['oslo_limit']) {
  const { system_scope, project_id, project_name, project_domain_id, project_domain_name } = settings
  if (system_scope) return { scope: { system: { [system_scope]: true } } }
  if (project_id) return { scope: { project: { id: project_id } } }
  const domain = named(project_domain_id, project_domain_name)
  return project_name ? { scope: { project: { name: project_name, domain } } } : {}
}

function named(id: string, name: string) {
  return id ? { id } : { name }
}

async function call(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    throw unavailable(`Keystone cannot be reached at ${url}`, cause)
  }
}

function assertAnswered({ ok, status }: Response, what: string) {
  if (status >= 500) throw unavailable(`Keystone answered ${status} to ${what}`)
  if (!ok) throw wrongSettings(`Keystone answered ${status} to ${what}`)
}

function unavailable(reason: string, cause?: unknown): Problem {
  return new Problem('identityUnavailable', 'The identity service cannot be asked about limits just now.', {
    cause: new Error(reason, { cause }),
    headers: { 'retry-after': '5' },
  })
}

/** The client learns nothing of the settings: the cause is for the log. */
export function wrongSettings(reason: string, cause?: unknown): Problem {
  return new Problem('internal', 'The limits of this project cannot be read.', { cause: new Error(reason, { cause }) })
}
