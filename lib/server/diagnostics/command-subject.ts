import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { versioned } from '../auth/keystone-url'
import type { Config } from '../config'
import type { Settings } from '../config-options'
import { startPolicy } from '../policy/start-policy'
import { configuredAccount, createSubject } from './create-subject'
import { environmentSignIn } from './environment-sign-in'
import { isKeystone } from './facts'
import { storeFolders } from './store-folders'
import type { Subject } from './subject'

export interface CommandInput {
  settings: Settings & Pick<Config, 'backends'>
  /** Without one the service's side is not known. */
  configFiles: readonly string[]
  /** `OS_*` of the person who runs the command. */
  env: Readonly<Record<string, string | undefined>>
  endpoint?: string | undefined
  region?: string | undefined
  interface?: string | undefined
  imageId?: string | undefined
  asService?: boolean | undefined
}

const longestMs = 120_000

/** The subject of a run from the command line, with or without a server that runs. */
export function commandSubject({ settings, configFiles, env, ...wanted }: CommandInput): Subject {
  const configured = configFiles.length > 0
  const own = ownAddress(settings.DEFAULT)
  const { auth_url } = settings.keystone_authtoken
  const inside = `${own}/identity`
  const keystone = auth_url || (configured ? inside : (env.OS_AUTH_URL ?? inside))
  return createSubject({
    settings,
    keystone: versioned(keystone),
    callersKeystone: versioned(env.OS_AUTH_URL ?? keystone),
    account: auth_url ? configuredAccount(settings) : configured || !env.OS_AUTH_URL ? 'embedded' : 'unknown',
    signIn: environmentSignIn(env),
    own,
    ownRuns: false,
    policy: startPolicy({ oslo_policy: settings.oslo_policy, configFiles }, pino({ enabled: false })),
    folders: storeFolders(settings),
    signal: AbortSignal.timeout(longestMs),
    endpoint: wanted.endpoint ?? env.OS_IMAGE_ENDPOINT_OVERRIDE,
    region: wanted.region ?? env.OS_REGION_NAME,
    interface: wanted.interface ?? env.OS_INTERFACE ?? env.OS_ENDPOINT_TYPE,
    imageId: wanted.imageId,
    // The person's own clients send their token to the very same address.
    trustsCatalogue: true,
    asService: wanted.asService,
    ...(env.OS_CACERT && { callersTls: { ca: readFileSync(env.OS_CACERT) } }),
  })
}

/** Whether anything names a Keystone to ask, or the one inside the service answers at its usual address. */
export async function knowsKeystone({ facts }: Subject, { settings, configFiles, env }: CommandInput): Promise<boolean> {
  if (configFiles.length > 0 || settings.keystone_authtoken.auth_url || env.OS_AUTH_URL) return true
  const reply = await facts.discovery().catch(() => null)
  return reply !== null && isKeystone(reply)
}

function ownAddress({ bind_host, bind_port }: Settings['DEFAULT']): string {
  const host = bind_host === '0.0.0.0' || bind_host === '::' ? '127.0.0.1' : bind_host
  return `http://${host.includes(':') ? `[${host}]` : host}:${bind_port}`
}
