import { versioned } from '../auth/keystone-url'
import { type AccountLogIn, logInAccount } from './account-log-in'
import type { Asking } from './asking'
import { Skipped } from './finding'
import { findIdentity } from './identity-endpoint'
import { findEndpoint } from './image-endpoint'
import { identityVersions, issuedToken, rescope, type TokenFacts, tokenFacts, validate } from './keystone-questions'
import { type Probe, ProbeError, type Reply } from './probe'
import { type SignedIn, signIn } from './sign-in'
import { withoutVersion } from './version-root'

/** What several checks want to know. Each is found out once in a run, when the first one asks. */
export interface Facts {
  /** What the service's Keystone says of its versions. Throws ProbeError. */
  discovery(): Promise<Reply>
  /** What became of the caller's sign-in. */
  signIn(): Promise<SignedIn>
  /** The caller's token and what Keystone says of it. Throws Skipped where there is none that Keystone accepts. */
  caller(): Promise<Caller>
  /** Another token of the caller, made just now; null where Keystone gives none. Throws Skipped as `caller` does. */
  newToken(): Promise<string | null>
  /** What became of the log-in with the service's own account. Throws Skipped where there is none. */
  service(): Promise<AccountLogIn>
  /** Throws Skipped where the log-in failed. */
  serviceToken(): Promise<{ token: string; facts: TokenFacts }>
  /** Where the service asks about tokens. Throws Skipped where its catalogue does not say. */
  identityUrl(): Promise<string>
  /** What the Image API of this configuration says to a request without a token. Throws ProbeError. */
  refusal(): Promise<Reply>
  /** The image endpoint that the caller named, or the catalogue does. Throws Skipped where there is none. */
  endpoint(): Promise<string>
  /** An address of the Image API that may be sent the caller's token: the own one, else the endpoint. Throws Skipped. */
  api(): Promise<string>
}

/** Whose token it is. */
export interface Caller {
  token: string
  facts: TokenFacts
}

const triesPerToken = 3

/** How a run logs in with the service's account; the server remembers outcomes, so that runs cannot lock the account. */
export type LogInAccount = typeof logInAccount

export function createFacts(asking: Asking, logIn: LogInAccount = logInAccount): Facts {
  const { probe, keystone, own } = asking
  const signedIn = once(() => signIn(asking))
  const service = once(async () => {
    if (typeof asking.account === 'string')
      throw new Skipped('noServiceAccount', 'the service has no account of its own that could be tried')
    return logIn(asking, asking.account)
  })
  const serviceToken = once(async () => {
    const found = await service()
    if (found.outcome !== 'loggedIn') throw new Skipped('serviceNotLoggedIn', 'the service could not log in to Keystone')
    return found
  })
  const refusal = once(() => probe(`${own}/v2/images?limit=1`))
  const caller = once(() => callerOf(asking, signedIn))
  const endpoint = once(async () => {
    if (asking.endpoint) return asking.endpoint
    const found = findEndpoint(asking, (await caller()).facts)
    if ('cause' in found) throw new Skipped('noImageEndpoint', 'the catalogue has no image endpoint')
    return found.url
  })
  return {
    discovery: once(() => discover(probe, keystone)),
    signIn: signedIn,
    service,
    refusal,
    caller,
    newToken: once(async () => newToken(asking, await caller())),
    endpoint,
    api: once(async () => {
      if (asking.account !== 'unknown' && (await refusal().catch(() => null))) return own
      const url = withoutVersion(await endpoint())
      if (asking.mayCarryToken(url)) return url
      throw new Skipped(
        'imageServiceSilent',
        'the image service does not answer here, and no other address may be sent your token',
      )
    }),
    serviceToken,
    identityUrl: once(async () => {
      const found = findIdentity((await serviceToken()).facts, asking.settings.keystone_authtoken)
      if ('url' in found) return found.url
      throw new Skipped('noIdentityEndpoint', 'the catalogue has no identity endpoint for the service')
    }),
  }
}

async function callerOf({ callersProbe: probe, callersKeystone }: Asking, signedIn: () => Promise<SignedIn>): Promise<Caller> {
  const { token } = await signedIn()
  if (token === undefined) throw new Skipped('noToken', 'there is no token of yours to check with')
  // Where one of several Keystones refuses what the next accepts, the other checks go on.
  for (let tries = 0; tries < triesPerToken; tries += 1) {
    const facts = tokenFacts(await answering(validate(probe, callersKeystone, { token })))
    if (facts) return { token, facts }
  }
  throw new Skipped('tokenRefused', 'Keystone does not accept your token')
}

async function newToken(asking: Asking, { token, facts: { project, application_credential } }: Caller): Promise<string | null> {
  const scope = project && !application_credential ? { project: { id: project.id } } : undefined
  const fresh = issuedToken(await answering(rescope(asking.callersProbe, asking.callersKeystone, { token, scope })))
  asking.secrets.add(fresh)
  return fresh ?? null
}

/** What an address says of its versions; a proxy may let only `/v3` through. Throws ProbeError. */
export async function discover(probe: Probe, keystone: string): Promise<Reply> {
  const first = await probe(versioned(keystone).replace(/v3$/, ''))
  if (isKeystone(first)) return first
  const second = await probe(versioned(keystone))
  return isKeystone(second) ? second : first
}

/** Keystone that does not answer is one check's finding, and no other's. */
async function answering(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply
  } catch (error) {
    if (error instanceof ProbeError) throw new Skipped('keystoneSilent', 'Keystone does not answer')
    throw error
  }
}

/** Whether an answer is that of a Keystone with the API of version 3. */
export function isKeystone(reply: Reply): boolean {
  return identityVersions(reply)?.some((id) => id.startsWith('v3')) ?? false
}

function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= find()
    return found
  }
}
