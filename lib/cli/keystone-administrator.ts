import { z } from 'zod'
import { isProblem, Problem, type ProblemKind } from '@/lib/contract/problem'
import { createKeystoneHttp, type KeystoneRequest } from '../server/auth/keystone-http'
import { versioned } from '../server/auth/keystone-url'
import type { SignIn } from '../server/diagnostics/given'

const entity = z.looseObject({ id: z.string(), name: z.string().default(''), enabled: z.boolean().default(true) })

/** What all that Keystone manages has; the rest depends on the kind. */
export type Entity = z.infer<typeof entity>

export type EntityKind = 'domains' | 'regions' | 'roles' | 'projects' | 'users' | 'services' | 'endpoints'

/** The identity API for somebody who may change it. Throws Problem in words for the person at the command line. */
export interface KeystoneAdministrator {
  /** The address of the identity API that clients outside use, as the catalogue has it. */
  publicUrl: string
  /** Where the catalogue has the identity service, each region once. */
  identityRegions: readonly string[]
  list(kind: EntityKind, query?: Record<string, string>): Promise<Entity[]>
  create(kind: EntityKind, fields: Record<string, unknown>): Promise<Entity>
  change(kind: EntityKind, id: string, fields: Record<string, unknown>): Promise<void>
  hasRole(grant: RoleGrant): Promise<boolean>
  giveRole(grant: RoleGrant): Promise<void>
  /** Whether the password is this user's. */
  accepts(userId: string, password: string): Promise<boolean>
}

export interface RoleGrant {
  project: string
  user: string
  role: string
}

export interface LogIn {
  authUrl: string
  signIn: SignIn
  /** Certificates to trust in place of the well-known ones. */
  ca: Buffer | undefined
}

/** Logs in with what the `OS_*` variables say. */
export async function logInToKeystone({ authUrl, signIn, ca }: LogIn): Promise<KeystoneAdministrator> {
  const base = versioned(authUrl)
  const ask = createAsk(ca)
  const { status, body, token } = await ask({ method: 'POST', url: `${base}/auth/tokens`, body: { auth: authOf(signIn) } })
  if (status === 401) throw new Problem('unauthenticated', refusedLogIn(base, signIn))
  if (!token) throw unexpected('POST', `${base}/auth/tokens`, status, body)
  const headers = { 'x-auth-token': token }
  const facts = z.object({ token: tokenFacts }).parse(body).token
  const roles = facts.roles.map(({ name }) => name).join(', ') || 'none'

  async function call(method: KeystoneRequest['method'], path: string, sent?: unknown): Promise<Answer> {
    const answer = await ask({ method, url: `${base}${path}`, headers, body: sent })
    if (answer.status === 403)
      throw new Problem(
        'forbidden',
        `Keystone does not let ${facts.user.name} do ${method} ${path}: roles of this log-in: ${roles}`,
      )
    if (answer.status >= 400 && answer.status !== 404) throw unexpected(method, `${base}${path}`, answer.status, answer.body)
    return answer
  }

  const singular = (kind: EntityKind) => kind.slice(0, -1)
  return {
    publicUrl: identityEndpoints(facts.catalog).find((each) => each.interface === 'public')?.url ?? base,
    identityRegions: [...new Set(identityEndpoints(facts.catalog).flatMap(({ region_id }) => region_id ?? []))],
    async list(kind, query) {
      const { body: found } = await call('GET', query ? `/${kind}?${new URLSearchParams(query)}` : `/${kind}`)
      return z
        .record(z.string(), z.unknown())
        .transform((all) => z.array(entity).parse(all[kind]))
        .parse(found)
    },
    async create(kind, fields) {
      const { body: made } = await call('POST', `/${kind}`, { [singular(kind)]: fields })
      return z
        .record(z.string(), z.unknown())
        .transform((all) => entity.parse(all[singular(kind)]))
        .parse(made)
    },
    change: async (kind, id, fields) => void (await call('PATCH', `/${kind}/${id}`, { [singular(kind)]: fields })),
    hasRole: async (grant) => (await call('HEAD', grantPath(grant))).status < 300,
    giveRole: async (grant) => void (await call('PUT', grantPath(grant))),
    async accepts(id, password) {
      const auth = { identity: { methods: ['password'], password: { user: { id, password } } }, scope: 'unscoped' }
      return (await ask({ method: 'POST', url: `${base}/auth/tokens`, body: { auth } })).status === 201
    },
  }
}

const catalogEndpoint = z.object({ interface: z.string(), url: z.string(), region_id: z.string().nullish() })

const tokenFacts = z.object({
  user: z.object({ name: z.string() }),
  roles: z.array(z.object({ name: z.string() })).default([]),
  catalog: z.array(z.object({ type: z.string(), endpoints: z.array(catalogEndpoint) })).default([]),
})

function identityEndpoints(catalog: z.infer<typeof tokenFacts>['catalog']): z.infer<typeof catalogEndpoint>[] {
  return catalog.find(({ type }) => type === 'identity')?.endpoints ?? []
}

function grantPath({ project, user, role }: RoleGrant): string {
  return `/projects/${project}/users/${user}/roles/${role}`
}

function authOf(signIn: SignIn): unknown {
  switch (signIn.kind) {
    case 'password': {
      const identity = { methods: ['password'], password: { user: { ...signIn.user, password: signIn.password } } }
      return { identity, ...(signIn.scope && { scope: signIn.scope }) }
    }
    case 'applicationCredential': {
      const application_credential = { ...signIn.credential, secret: signIn.secret }
      return { identity: { methods: ['application_credential'], application_credential } }
    }
    case 'token':
      return { identity: { methods: ['token'], token: { id: signIn.token } } }
    case 'none':
      throw new Problem(
        'badRequest',
        'the environment has no OS_USERNAME and OS_PASSWORD: source the openrc file of an administrator',
      )
  }
}

function refusedLogIn(base: string, signIn: SignIn): string {
  const who = signIn.kind === 'password' ? `of ${signIn.user.name ?? signIn.user.id}` : `by ${signIn.kind}`
  return `Keystone at ${base} refuses the log-in ${who}: check OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME and their domains`
}

interface Answer {
  status: number
  body: unknown
  token: string | undefined
}

type Ask = (question: KeystoneRequest) => Promise<Answer>

const seconds = 1000

function createAsk(ca: Buffer | undefined): Ask {
  const limits = { connectTimeoutMs: 10 * seconds, answerTimeoutMs: 60 * seconds, retries: 1 }
  const http = createKeystoneHttp({ tls: ca ? { ca } : {}, ...limits })
  return async (question) => {
    const { status, headers, body } = await http(question).catch(inPlainWords)
    const issued = headers['x-subject-token']
    return { status, body: parsed(body), token: typeof issued === 'string' ? issued : undefined }
  }
}

/** What a client of the API must not read, its operator must. */
function inPlainWords(error: Error): never {
  throw isProblem(error) && error.cause instanceof Error ? new Problem(error.kind, error.cause.message, { cause: error }) : error
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const errorBody = z.object({ error: z.object({ message: z.string() }) })

function unexpected(method: string, url: string, status: number, body: unknown): Problem {
  const message = errorBody.safeParse(body).data?.error.message ?? 'this is not an answer of Keystone'
  const kind: ProblemKind = status === 409 ? 'conflict' : 'badRequest'
  return new Problem(kind, `${method} ${url} answered ${status}: ${message}`)
}
