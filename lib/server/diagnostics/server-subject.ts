import { versioned } from '../auth/keystone-client'
import type { Config } from '../config'
import type { Policy } from '../policy/policy'
import { configuredAccount, createSubject, storeFolders } from './create-subject'
import type { LogInService } from './facts'
import type { Browser, SignIn } from './given'
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
  /** Keystone's address as this process reaches it, and the own one; known once the server listens. */
  keystoneUrl(): string
  ownAddress(): string
}

const longestMs = 90_000

/** The subject of a run that was asked for over HTTP. */
export function createServerSubject({ config, policy, ...parts }: ServerParts, asked: Asked, logIn: LogInService): Subject {
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
    folders: [...storeFolders(config), ...config.backends.flatMap(foldersOf)],
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(longestMs)]),
    imageId: asked.imageId,
    browser: asked.browser,
    // A token goes to hosts of the operator's configuration only, not wherever a catalogue leads.
    trustsCatalogue: false,
    logIn,
  })
}

function foldersOf(backend: Config['backends'][number]): string[] {
  return backend.type === 'file' ? storeFolders({ glance_store: backend.options }) : []
}
