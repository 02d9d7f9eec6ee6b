import { expect, it } from 'vitest'
import { environmentSignIn } from './environment-sign-in'

const user = { OS_USERNAME: 'ada', OS_PASSWORD: 'secret' }

it.each([
  [{}, { kind: 'none' }],
  [{ OS_USERNAME: 'ada' }, { kind: 'none' }],
  [{ OS_TOKEN: 't' }, { kind: 'token', token: 't' }],
  [
    { OS_APPLICATION_CREDENTIAL_ID: 'c', OS_APPLICATION_CREDENTIAL_SECRET: 's', ...user },
    { kind: 'applicationCredential', credential: { id: 'c' }, secret: 's' },
  ],
  [
    { OS_APPLICATION_CREDENTIAL_NAME: 'ci', OS_APPLICATION_CREDENTIAL_SECRET: 's', OS_USER_ID: 'u' },
    { kind: 'applicationCredential', credential: { name: 'ci', user: { id: 'u' } }, secret: 's' },
  ],
  [user, { kind: 'password', user: { name: 'ada' }, scope: undefined }],
  [
    { ...user, OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_NAME: 'demo' },
    { user: { name: 'ada', domain: { name: 'Default' } }, scope: { project: { name: 'demo', domain: { name: 'Default' } } } },
  ],
  [
    { ...user, OS_USER_DOMAIN_ID: 'd', OS_TENANT_NAME: 'demo', OS_PROJECT_DOMAIN_ID: 'p' },
    { user: { name: 'ada', domain: { id: 'd' } }, scope: { project: { name: 'demo', domain: { id: 'p' } } } },
  ],
  [{ ...user, OS_PROJECT_ID: 'p' }, { scope: { project: { id: 'p' } } }],
])('%j', (env, signIn) => expect(environmentSignIn(env)).toMatchObject(signIn))
