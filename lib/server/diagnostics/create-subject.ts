import { configuredLogIn } from '../auth/service-log-in'
import { tlsOf } from '../auth/start-tokens'
import type { Asking } from './asking'
import { createFacts, type LogInAccount } from './facts'
import type { Browser, ServiceAccountSettings, SignIn, SubjectSettings } from './given'
import { createProbe, type TlsSettings } from './probe'
import { createSecrets } from './secrets'
import type { Subject } from './subject'

type Shared =
  | ('settings' | 'keystone' | 'callersKeystone' | 'account' | 'signIn' | 'own' | 'ownRuns')
  | ('policy' | 'folders' | 'signal')

/** What whoever starts a run knows. */
export interface SubjectInput extends Pick<Subject, Shared> {
  endpoint?: string | undefined
  region?: string | undefined
  interface?: string | undefined
  imageId?: string | undefined
  browser?: Browser | undefined
  asService?: boolean | undefined
  ownStatus?: Asking['ownStatus']
  /** Whether the endpoint of the catalogue may be sent the caller's token; never a host that only an answer named. */
  trustsCatalogue: boolean
  /** What the caller's clients trust; the service trusts what `[keystone_authtoken]` says. */
  callersTls?: TlsSettings
  logIn?: LogInAccount
}

/** The subject of one run, with everything secret in it known as such. */
export function createSubject({ trustsCatalogue, callersTls, logIn, ...input }: SubjectInput): Subject {
  const secrets = createSecrets()
  for (const secret of secretsOf(input.signIn, input.settings)) secrets.add(secret)
  const named = [input.own, input.endpoint, input.settings.DEFAULT.public_endpoint].map(originOf)
  const tls = tlsOf(input.settings.keystone_authtoken)
  const asking: Asking = {
    ...input,
    interface: input.interface ?? 'public',
    mayCarryToken: (url) => trustsCatalogue || named.includes(originOf(url)),
    probe: createProbe({ signal: input.signal, tls }),
    callersProbe: createProbe({ signal: input.signal, tls: callersTls ?? tls }),
    secrets,
  }
  return { ...asking, facts: createFacts(asking, logIn) }
}

function originOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null
}

function secretsOf(signIn: SignIn, settings: SubjectSettings): (string | undefined)[] {
  const { password, application_credential_secret: own, memcache_secret_key: key } = settings.keystone_authtoken
  const known: (string | undefined)[] = [password, own, key, settings.database.connection]
  switch (signIn.kind) {
    case 'none':
      return known
    case 'token':
      return [...known, signIn.token]
    case 'password':
      return [...known, signIn.password, signIn.passcode]
    case 'applicationCredential':
      return [...known, signIn.secret]
  }
}

/** The service's account as `[keystone_authtoken]` has it. */
export function configuredAccount({ keystone_authtoken: options }: SubjectSettings): ServiceAccountSettings {
  const byCredential = options.auth_type === 'v3applicationcredential'
  const needed = byCredential
    ? {
        application_credential_id: options.application_credential_id || options.application_credential_name,
        application_credential_secret: options.application_credential_secret,
      }
    : { username: options.username || options.user_id, password: options.password }
  return {
    ...configuredLogIn(options),
    user: options.username || options.user_id,
    project: options.project_name || options.project_id,
    missing: Object.entries(needed).flatMap(([name, value]) => (value === '' ? [name] : [])),
  }
}
