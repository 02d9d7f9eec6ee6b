import type { Settings } from '../config-options'
import { type DomainReference, domainReference } from './domain-reference'

type Authtoken = Settings['keystone_authtoken']

/** What this service sends to log in, and what the log calls its account. */
export interface ServiceLogIn {
  account: string
  auth: { identity: unknown; scope?: unknown }
}

/** The account of the embedded identity. */
export interface ServiceUser {
  username: string
  password: string
  projectName: string
  userDomain: DomainReference
  projectDomain: DomainReference
}

/** The log-in that `[keystone_authtoken]` describes. */
export function configuredLogIn(settings: Authtoken): ServiceLogIn {
  if (settings.auth_type === 'v3applicationcredential') return applicationCredentialLogIn(settings)
  const user = { ...userOf(settings), password: settings.password }
  const scope = scopeOf(settings)
  const identity = { methods: ['password'], password: { user } }
  return { account: `user ${settings.username || settings.user_id}`, auth: { identity, ...(scope && { scope }) } }
}

/** The log-in of this process at its own identity. */
export function embeddedLogIn({ username: name, password, projectName, userDomain, projectDomain }: ServiceUser): ServiceLogIn {
  const identity = { methods: ['password'], password: { user: { name, password, domain: userDomain } } }
  return { account: `user ${name}`, auth: { identity, scope: { project: { name: projectName, domain: projectDomain } } } }
}

function applicationCredentialLogIn(settings: Authtoken): ServiceLogIn {
  const { application_credential_id: id, application_credential_name: name, application_credential_secret: secret } = settings
  const credential = id ? { id, secret } : { name, secret, user: userOf(settings) }
  const identity = { methods: ['application_credential'], application_credential: credential }
  return { account: `application credential ${id || name}`, auth: { identity } }
}

function userOf({ user_id: id, username: name, ...settings }: Authtoken) {
  return id
    ? { id }
    : { name, domain: domainReference(settings.user_domain_id || settings.default_domain_id, settings.user_domain_name) }
}

function scopeOf({ project_id: id, project_name: name, system_scope: system, ...settings }: Authtoken): object | undefined {
  if (system) return { system: { all: true } }
  if (id) return { project: { id } }
  if (!name) return undefined
  return {
    project: {
      name,
      domain: domainReference(settings.project_domain_id || settings.default_domain_id, settings.project_domain_name),
    },
  }
}
