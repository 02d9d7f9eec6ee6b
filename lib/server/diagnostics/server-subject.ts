import { versioned } from '../auth/keystone-url'
import type { ServiceAccountStatus } from '../auth/service-account'
import type { Config } from '../config'
import type { Policy } from '../policy/policy'
import { configuredAccount, createSubject } from './create-subject'
import type { LogInAccount } from './facts'
import type { Browser, SignIn } from './given'
import { storeFolders } from './store-folders'
import type { Subject } from './subject'

/** A request to look why something was refused. */
export interface Asked {
  signIn: Extract<SignIn, { kind: 'none' | 'token' }>
  /** Where the caller is, and under which address it reached this service. */
  address: string
  base: string
  browser: Browser
  imageId?: string | undefined
  signal: AbortSignal
}

/** What the server gives to its runs. */
export interface ServerParts {
  config: Config
  policy: Policy
  /** How the service's own dealings with Keystone went last. */
  serviceAccount(): ServiceAccountStatus
  /** Keystone's address as this process reaches it, and the own one; known once the server listens. */
  keystoneUrl(): string
  ownAddress(): string
}

const longestMs = 90_000

/** The subject of a run that was asked for over HTTP. */
export function createServerSubject({ config, policy, ...parts }: ServerParts, asked: Asked, logIn: LogInAccount): Subject {
  const keystone = versioned(parts.keystoneUrl())
  return createSubject({
    settings: config,
    keystone,
    callersKeystone: keystone,
    account: config.keystone_authtoken.auth_url ? configuredAccount(config) : 'embedded',
    signIn: asked.signIn,
    own: parts.ownAddress(),
    ownRuns: true,
    policy,
    folders: storeFolders(config),
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(longestMs)]),
    imageId: asked.imageId,
    browser: asked.browser,
    ownStatus: statusOf(parts.serviceAccount()),
    // A token goes to hosts of the operator's configuration only, not wherever a catalogue leads.
    trustsCatalogue: false,
    logIn,
  })
}

function statusOf({ logIn, validation }: ServiceAccountStatus) {
  const said = ({ state, since, detail }: ServiceAccountStatus['logIn']) =>
    `${state} since ${since.toISOString()} ${detail}`.trim()
  return { logIn: said(logIn), validation: said(validation) }
}
