import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import type { Identity } from '../context'

/** The account by which this service asks Keystone about tokens. */
export interface ServiceCredentials {
  /** The identity API's address, with or without `/v3`. */
  authUrl: string
  username: string
  password: string
  projectName: string
  userDomain: DomainReference
  projectDomain: DomainReference
}

/** A domain as Keystone takes it: by id or by name, never both. */
export type DomainReference = { id: string } | { name: string }

/** The domain of a pair of options: the id wins where both are set. */
export function domainReference(id: string, name: string): DomainReference {
  return id ? { id } : { name }
}

export interface KeystoneClient {
  /** The identity behind a token, or null when Keystone does not accept it. Throws `identityUnavailable`. */
  validate(token: string): Promise<Identity | null>
}

const named = z.object({ id: z.string(), name: z.string() })
const owned = named.extend({ domain: named })

const tokenBody = z.object({
  token: z.object({
    user: owned,
    project: owned.optional(),
    domain: named.optional(),
    system: z.unknown().optional(),
    roles: z.array(z.object({ name: z.string() })).optional(),
    expires_at: z.string(),
  }),
})

const timeoutMs = 30_000

/** Talks to a Keystone v3. The service's own token is taken on first use and again when Keystone no longer accepts it. */
export function createKeystoneClient(credentials: () => ServiceCredentials): KeystoneClient {
  let own: Promise<string> | undefined

  function ownToken(): Promise<string> {
    own ??= logIn(credentials()).catch((error) => {
      own = undefined
      throw error
    })
    return own
  }

  async function lookUp(token: string): Promise<Response> {
    const headers = { 'x-auth-token': await ownToken(), 'x-subject-token': token, accept: 'application/json' }
    return call(`${versioned(credentials().authUrl)}/auth/tokens?nocatalog`, { headers })
  }

  return {
    async validate(token) {
      if (!/^[\x21-\x7e]+$/.test(token)) return null
      let response = await lookUp(token)
      if (response.status === 401) {
        own = undefined
        response = await lookUp(token)
      }
      if (response.status === 404) return null
      if (!response.ok) throw unavailable(`Keystone answered ${response.status} to the validation of a token`)
      const answer = tokenBody.safeParse(await response.json().catch(() => null))
      if (!answer.success) throw unavailable('Keystone answered the validation of a token with something else', answer.error)
      return identityOf(answer.data.token)
    },
  }
}

async function logIn(credentials: ServiceCredentials): Promise<string> {
  const { username: name, password, userDomain, projectName, projectDomain } = credentials
  const user = { name, password, domain: userDomain }
  const scope = { project: { name: projectName, domain: projectDomain } }
  const response = await call(`${versioned(credentials.authUrl)}/auth/tokens?nocatalog`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope } }),
  })
  const token = response.headers.get('x-subject-token')
  if (!response.ok || !token) throw unavailable(`Keystone answered ${response.status} to the log-in of the service user ${name}`)
  return token
}

async function call(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    throw unavailable(`Keystone cannot be reached at ${url}`, cause)
  }
}

/** The client learns that it may come again; the cause is for the log. */
function unavailable(reason: string, cause?: unknown): Problem {
  return new Problem('identityUnavailable', 'The identity service cannot be asked about this token just now.', {
    cause: new Error(reason, { cause }),
    headers: { 'retry-after': '5' },
  })
}

/** The address with `/v3` at its end, whatever version it was given with. */
export function versioned(authUrl: string): string {
  return `${authUrl.replace(/\/+$/, '').replace(/\/v\d[\d.]*$/, '')}/v3`
}

function identityOf(token: z.infer<typeof tokenBody>['token']): Identity {
  return {
    userId: token.user.id,
    userName: token.user.name,
    userDomainId: token.user.domain.id,
    scope: token.project ? 'project' : token.domain ? 'domain' : token.system ? 'system' : 'none',
    projectId: token.project?.id ?? null,
    projectName: token.project?.name ?? null,
    projectDomainId: token.project?.domain.id ?? null,
    roles: (token.roles ?? []).map(({ name }) => name.toLowerCase()),
    expiresAt: new Date(token.expires_at),
  }
}
