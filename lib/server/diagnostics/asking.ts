import type { Policy } from '../policy/policy'
import type { Browser, ServiceAccountSettings, SignIn, SubjectSettings } from './given'
import type { Probe } from './probe'
import type { Secrets } from './secrets'

/** What a run of the checks is about, and what it may use to find out. */
export interface Asking {
  settings: SubjectSettings
  /** Keystone's address as the service reaches it. */
  keystone: string
  /** Keystone's address as the caller knows it; the dashboard's people know no other. */
  callersKeystone: string
  /** The identity inside needs none; without a configuration it is not known. */
  account: ServiceAccountSettings | 'embedded' | 'unknown'
  signIn: SignIn
  /** Where the Image API of this configuration listens. */
  own: string
  /** Whether it is this very process that answers there. */
  ownRuns: boolean
  /** The image endpoint that the caller named, in place of the catalogue's. */
  endpoint?: string | undefined
  region?: string | undefined
  /** Of endpoints: public, internal or admin. */
  interface: string
  /** The rules that answer what roles allow. */
  policy: Policy
  /** Where images are kept on this machine, as far as the configuration says. */
  folders: readonly string[]
  /** How the service's own log-in and its questions about tokens went last, where it runs here. */
  ownStatus?: Record<'logIn' | 'validation', string> | undefined
  /** The caller is a service that passes requests of its users on. */
  asService?: boolean | undefined
  /** Of a request over HTTP. */
  browser?: Browser | undefined
  /** An image that the caller misses. */
  imageId?: string | undefined
  /** Hosts that may be sent the caller's token, besides Keystone's and the own address. */
  mayCarryToken(url: string): boolean
  /** Asks as the service does, and as the caller's clients do: they may trust different authorities. */
  probe: Probe
  callersProbe: Probe
  secrets: Secrets
  signal: AbortSignal
}
