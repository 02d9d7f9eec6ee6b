import type { Logger } from 'pino'
import { z } from 'zod'
import { identityFailure, keystoneMessage } from './identity-failure'
import { createIdentityGuard, type Outcome } from './identity-guard'
import type { KeystoneAnswer, KeystoneHttp } from './keystone-http'
import { versioned } from './keystone-url'
import type { ServiceLogIn } from './service-log-in'
import { serviceCatalogue } from './token-document'

/** How this service's own dealings with Keystone went last. */
export interface ServiceAccountStatus {
  logIn: Outcome
  validation: Outcome
}

/** What a log-in gives: the service's token, and where tokens are asked about with it. */
export interface ServiceSession {
  token: string
  /** With `/v3`. */
  identityUrl: string
  /** By this machine's clock, whatever Keystone's shows. */
  renewAt: number
  expiresAt: number
}

export interface ServiceAccount {
  /** The session that there is, or a new one. Throws `identityUnavailable`. */
  session(): Promise<ServiceSession>
  /** Told that Keystone takes this session's token no longer. */
  drop(session: ServiceSession): void
  outcome(): Outcome
}

interface Options {
  http: KeystoneHttp
  log: Logger
  authUrl(): string
  logIn: ServiceLogIn
  /** Which identity endpoint of the catalogue is asked about tokens; null for `authUrl` itself. */
  endpoint: { interface: string; region: string } | null
}

const tokenBody = z.object({
  token: z.object({
    issued_at: z.string().optional(),
    expires_at: z.string(),
    catalog: serviceCatalogue.optional(),
  }),
})

type Catalog = z.infer<typeof tokenBody>['token']['catalog']

/** A session is renewed so long before its end, so that no question is asked with one that ends. */
const marginMs = 60_000
/** What Keystone says to credentials that it does not take. */
const refusals = [400, 401, 403, 409, 429]

/** The account by which this service asks Keystone about tokens. At most one log-in runs at a time. */
export function createServiceAccount({ http, log, authUrl, logIn, endpoint }: Options): ServiceAccount {
  const guard = createIdentityGuard({ name: 'The log-in of this service at Keystone', log, places: 1 })
  let current: ServiceSession | null = null
  let running: Promise<ServiceSession> | null = null

  async function begin(): Promise<ServiceSession> {
    const url = `${versioned(authUrl())}/auth/tokens`
    const answer = await http({ method: 'POST', url, body: { auth: logIn.auth } })
    const token = answer.headers['x-subject-token']
    if (answer.status !== 201 || typeof token !== 'string') throw refused(answer, url)
    const read = tokenBody.safeParse(parsed(answer.body))
    if (!read.success) throw identityFailure('identityFailing', `${url} answered the log-in with something else`, read.error)
    const { catalog, ...times } = read.data.token
    const identityUrl = endpoint ? versioned(identityEndpoint(catalog, endpoint)) : versioned(authUrl())
    return { token, identityUrl, ...lifetime(times) }
  }

  function refused(answer: KeystoneAnswer, url: string) {
    const reason = refusals.includes(answer.status) ? 'serviceAccountRefused' : 'identityFailing'
    const what = `${url} answered ${answer.status} to the log-in of the service’s ${logIn.account}`
    return identityFailure(reason, what + keystoneMessage(answer.body))
  }

  return {
    async session() {
      if (current && Date.now() < current.renewAt) return current
      running ??= guard.run(begin).finally(() => {
        running = null
      })
      try {
        current = await running
      } catch (error) {
        if (!current || current.expiresAt <= Date.now()) throw error
      }
      return current
    },
    drop(session) {
      if (current === session) current = null
    },
    outcome: guard.outcome,
  }
}

/** A clock that is off must not make every session look as if it had ended: each would cost a log-in. */
function lifetime({ issued_at, expires_at }: { issued_at?: string | undefined; expires_at: string }) {
  const now = Date.now()
  const lifeMs = Date.parse(expires_at) - (issued_at ? Date.parse(issued_at) : now)
  return { renewAt: now + lifeMs - Math.min(marginMs, lifeMs / 5), expiresAt: now + lifeMs }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function identityEndpoint(catalog: Catalog, wanted: { interface: string; region: string }): string {
  if (!catalog)
    throw identityFailure('endpointMissing', 'The token of the service’s account has no catalogue: it is of no project')
  const offered = catalog.filter(({ type }) => type === 'identity').flatMap(({ endpoints }) => endpoints)
  const fits = offered.find((each) => each.interface === wanted.interface && (!wanted.region || each.region === wanted.region))
  if (fits) return fits.url
  const place = wanted.region ? ` in region ${wanted.region}` : ''
  const there = offered.map((each) => `${each.interface} in ${each.region}`).join(', ') || 'none'
  throw identityFailure(
    'endpointMissing',
    `The catalogue has no ${wanted.interface} identity endpoint${place} ([keystone_authtoken] interface, region_name); there is: ${there}`,
  )
}
