import type { DomainReference } from '../auth/keystone-client'
import type { Settings } from '../config-options'
import type { Policy } from '../policy/policy'
import type { Facts } from './facts'
import type { Probe } from './probe'
import type { Secrets } from './secrets'

/** The settings that the checks look at. */
export type SubjectSettings = Pick<
  Settings,
  'DEFAULT' | 'keystone_authtoken' | 'glance_store' | 'oslo_middleware' | 'oslo_policy' | 'paste_deploy'
>

/** How the caller signs in, as far as this run was told. */
export type SignIn =
  | { kind: 'none' }
  | TokenSignIn
  | { kind: 'password'; user: UserReference; password: string; passcode?: string | undefined; scope: Scope }
  | { kind: 'applicationCredential'; credential: { id: string } | { name: string; user: UserReference }; secret: string }

export interface TokenSignIn {
  kind: 'token'
  token: string
  /** ISO 8601, where it is known without asking Keystone. */
  expires?: string | undefined
}

export interface UserReference {
  id?: string | undefined
  name?: string | undefined
  /** Needed beside a name. */
  domain?: DomainReference | undefined
}

/** As Keystone takes it; undefined asks for no scope. */
export type Scope = { project: { id: string } | { name: string; domain: DomainReference } } | undefined

/** The account by which the service asks about tokens, as the configuration has it. */
export interface ServiceAccountSettings {
  username: string
  password: string
  projectName: string
  userDomain: DomainReference
  projectDomain: DomainReference
}

/** What a run of the checks is about, and what it may use. */
export interface Subject {
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
  /** An image that the caller misses. */
  imageId?: string | undefined
  /** Hosts that may be sent the caller's token, besides Keystone's and the own address. */
  mayCarryToken(url: string): boolean
  probe: Probe
  secrets: Secrets
  signal: AbortSignal
  facts: Facts
}
