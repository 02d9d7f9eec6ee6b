import type { DomainReference } from '../auth/domain-reference'
import type { Scope, SignIn, UserReference } from './given'

type Environment = Readonly<Record<string, string | undefined>>

/** How OpenStack's clients would sign in with these `OS_*` variables. */
export function environmentSignIn(env: Environment): SignIn {
  const { OS_APPLICATION_CREDENTIAL_ID: id, OS_APPLICATION_CREDENTIAL_NAME: name } = env
  const secret = env.OS_APPLICATION_CREDENTIAL_SECRET
  if (secret && id) return { kind: 'applicationCredential', credential: { id }, secret }
  if (secret && name) return { kind: 'applicationCredential', credential: { name, user: userOf(env) }, secret }
  const token = env.OS_TOKEN ?? env.OS_AUTH_TOKEN
  if (token && !env.OS_PASSWORD) return { kind: 'token', token }
  if (!env.OS_PASSWORD) return { kind: 'none' }
  return { kind: 'password', user: userOf(env), password: env.OS_PASSWORD, passcode: env.OS_PASSCODE, scope: scopeOf(env) }
}

function userOf(env: Environment): UserReference {
  if (env.OS_USER_ID) return { id: env.OS_USER_ID }
  return { name: env.OS_USERNAME, domain: domainOf(env, 'USER') }
}

function scopeOf(env: Environment): Scope {
  const id = env.OS_PROJECT_ID ?? env.OS_TENANT_ID
  if (id) return { project: { id } }
  const name = env.OS_PROJECT_NAME ?? env.OS_TENANT_NAME
  const domain = domainOf(env, 'PROJECT') ?? domainOf(env, 'USER')
  return name && domain ? { project: { name, domain } } : undefined
}

function domainOf(env: Environment, whose: 'USER' | 'PROJECT'): DomainReference | undefined {
  const id = env[`OS_${whose}_DOMAIN_ID`] ?? env.OS_DEFAULT_DOMAIN_ID
  if (id) return { id }
  const name = env[`OS_${whose}_DOMAIN_NAME`] ?? env.OS_DEFAULT_DOMAIN
  return name ? { name } : undefined
}
