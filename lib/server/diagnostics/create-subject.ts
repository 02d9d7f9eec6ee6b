import { domainReference } from '../auth/keystone-client'
import type { Asking } from './asking'
import { createFacts, type LogInService } from './facts'
import type { Browser, ServiceAccountSettings, SignIn, SubjectSettings } from './given'
import { createProbe } from './probe'
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
  /** Whether the endpoint of the catalogue may be sent the caller's token; never a host that only an answer named. */
  trustsCatalogue: boolean
  /** PEM of the authorities to trust. */
  ca?: string | undefined
  logIn?: LogInService
}

/** The subject of one run, with everything secret in it known as such. */
export function createSubject({ trustsCatalogue, ca, logIn, ...input }: SubjectInput): Subject {
  const secrets = createSecrets()
  for (const secret of secretsOf(input.signIn, input.settings, input.account)) secrets.add(secret)
  const named = [input.own, input.endpoint, input.settings.DEFAULT.public_endpoint].map(originOf)
  const asking: Asking = {
    ...input,
    interface: input.interface ?? 'public',
    mayCarryToken: (url) => trustsCatalogue || named.includes(originOf(url)),
    probe: createProbe({ signal: input.signal, ca, insecure: false }),
    secrets,
  }
  return { ...asking, facts: createFacts(asking, logIn) }
}

function originOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null
}

function secretsOf(signIn: SignIn, settings: SubjectSettings, account: Subject['account']): (string | undefined)[] {
  const known = [settings.keystone_authtoken.password, typeof account === 'string' ? undefined : account.password]
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
  return {
    username: options.username,
    password: options.password,
    projectName: options.project_name,
    userDomain: domainReference(options.user_domain_id, options.user_domain_name),
    projectDomain: domainReference(options.project_domain_id, options.project_domain_name),
  }
}

type Stores = { glance_store: Pick<SubjectSettings['glance_store'], 'filesystem_store_datadir' | 'filesystem_store_datadirs'> }

/** The folders of images that the configuration names. */
export function storeFolders({ glance_store: options }: Stores): string[] {
  const several = options.filesystem_store_datadirs.map(({ path }) => path)
  return several.length > 0 ? several : [options.filesystem_store_datadir].filter(Boolean)
}
