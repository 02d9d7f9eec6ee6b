import type { SignInFailure } from '@/lib/contract/session'
import type { DomainReference } from '../auth/domain-reference'
import type { ServiceLogIn } from '../auth/service-log-in'
import type { Settings } from '../config-options'

/** The settings that the checks look at. */
export type SubjectSettings = Pick<
  Settings,
  'DEFAULT' | 'database' | 'keystone_authtoken' | 'glance_store' | 'oslo_middleware' | 'oslo_policy' | 'paste_deploy'
>

/** How the caller signs in, as far as this run was told. */
export type SignIn =
  | { kind: 'none'; refused?: SignInFailure | undefined }
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
export interface ServiceAccountSettings extends ServiceLogIn {
  /** For commands that mend it. */
  user: string
  project: string
  /** Options without which it cannot log in. */
  missing: readonly string[]
}

/** How a browser reaches the dashboard. */
export interface Browser {
  /** The scheme that the service takes the request to have come by, and what a proxy says of it. */
  seen: string
  forwarded: string | undefined
  cookie: 'none' | 'plain' | 'secure' | 'unreadable'
}
