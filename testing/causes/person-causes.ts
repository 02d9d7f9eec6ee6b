import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createIdentityClient, tokenOf } from '../identity-client'
import type { KeystoneServer } from '../keystone-server'
import { keystonePassword } from '../keystone-template'
import type { Asker, CauseCase } from './cause-case'
import { askingOther, type Cloud, type CloudUser, passwordEnvironment } from './cloud'

/** Whoever has nothing but a token. */
export function byToken({ env }: Pick<CloudUser, 'env'>, token: string): Asker {
  const { OS_AUTH_URL = '' } = env
  return { env: { OS_AUTH_URL, OS_TOKEN: token } }
}

/** As often as locks the account. */
export async function logInWrongly({ identity }: KeystoneServer, { name }: Pick<CloudUser, 'name'>) {
  for (let i = 0; i < 3; i += 1) await identity.logIn(name, 'not the password')
}

const wrongPassword: CauseCase[] = [
  {
    cause: 'signInPassword',
    made: 'The password of the user is wrong.',
    asker: async (cloud) => ({ env: { ...(await cloud.user()).env, OS_PASSWORD: 'not the password' } }),
  },
  {
    cause: 'signInPassword',
    made: 'The user is disabled. Keystone does not say so: it refuses them as it does a wrong password.',
    async asker(cloud) {
      const user = await cloud.user()
      await cloud.keystone.admin.change('users', user.id, { enabled: false })
      return user
    },
  },
  {
    cause: 'signInPassword',
    made: 'Too many attempts have locked the user out (`lockout_failure_attempts`). Keystone does not say so either.',
    async asker(cloud) {
      const user = await cloud.user()
      await logInWrongly(cloud.keystone, user)
      return user
    },
  },
  {
    cause: 'passwordExpired',
    made: 'The user must change the password before its first use (`change_password_upon_first_use`).',
    service: askingOther,
    asker: ({ user, other }) => user({ keystone: other, firstUse: true }),
  },
]

const signIn: CauseCase[] = [
  ...wrongPassword,
  {
    cause: 'signInDomainMissing',
    made: '`OS_USER_DOMAIN_NAME` is not set.',
    async asker(cloud) {
      const { OS_USER_DOMAIN_NAME: _, ...env } = (await cloud.user()).env
      return { env }
    },
  },
  {
    cause: 'secondFactorMissing',
    made: 'The user must show a one-time code too (`multi_factor_auth_rules`), and shows none.',
    async asker(cloud) {
      const options = { multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'totp']] }
      return cloud.user({ fields: { options } })
    },
  },
  {
    cause: 'noRoleOnProject',
    made: 'The user has no role on the project.',
    asker: (cloud) => cloud.user({ role: null }),
  },
  {
    cause: 'projectDisabled',
    made: 'The project is disabled.',
    async asker(cloud) {
      const { admin } = cloud.keystone
      const { id, name } = await admin.create('projects', { name: 'closed', domain_id: 'default' })
      cloud.afterwards(() => admin.remove('projects', id))
      const user = await cloud.user({ project: name })
      await admin.change('projects', id, { enabled: false })
      return user
    },
  },
]

const tokens: CauseCase[] = [
  {
    cause: 'tokenExpired',
    made: 'The token was made two hours ago, for one hour.',
    async asker(cloud) {
      const user = await cloud.user()
      const { admin, ...slow } = cloud.slow
      const scope = { project: { name: 'demo', domain: { name: 'Default' } } }
      return byToken(user, tokenOf(await createIdentityClient(slow, '').logIn(user.name, keystonePassword, scope)))
    },
  },
  {
    cause: 'tokenRevoked',
    made: 'The token was revoked by a sign-out.',
    async asker(cloud) {
      const user = await cloud.user()
      const token = await user.token()
      await cloud.keystone.admin.revoke(token)
      return byToken(user, token)
    },
  },
  {
    cause: 'tokenRevoked',
    made: 'The user was disabled after the token was made.',
    async asker(cloud) {
      const user = await cloud.user()
      const token = await user.token()
      await cloud.keystone.admin.change('users', user.id, { enabled: false })
      return byToken(user, token)
    },
  },
  {
    cause: 'tokenUnknown',
    made: 'What is sent as a token is none.',
    asker: async (cloud) => byToken(await cloud.user(), '0123456789abcdef0123456789abcdef'),
  },
  {
    cause: 'unscoped',
    made: 'No project is named at the sign-in.',
    asker: async (cloud) => ({ env: passwordEnvironment(cloud.keystone.url, (await cloud.user()).name) }),
  },
  {
    cause: 'domainScoped',
    made: 'The token is of a domain, with the role admin there.',
    async asker(cloud) {
      const { admin } = cloud.keystone
      const user = await cloud.user()
      const { id } = await admin.find('roles', 'admin')
      await admin.call('PUT', `/domains/default/users/${user.id}/roles/${id}`)
      return byToken(user, await user.token({ domain: { id: 'default' } }))
    },
  },
  {
    cause: 'systemScoped',
    made: 'The token is of the whole system, with the role admin there.',
    async asker(cloud) {
      const { admin } = cloud.keystone
      const user = await cloud.user()
      const { id } = await admin.find('roles', 'admin')
      await admin.call('PUT', `/system/users/${user.id}/roles/${id}`)
      return byToken(user, await user.token({ system: { all: true } }))
    },
  },
]

const rights: CauseCase[] = [
  {
    cause: 'noRoleForPolicy',
    made: 'The user’s only role on the project is one that no policy knows.',
    async asker(cloud) {
      const { admin } = cloud.keystone
      const { id } = await admin.create('roles', { name: 'observer' })
      cloud.afterwards(() => admin.remove('roles', id))
      return cloud.user({ role: 'observer' })
    },
  },
  {
    cause: 'noRoleForPolicy',
    made: 'The operator’s `policy.yaml` lets only another role list images.',
    async service({ folder }) {
      const file = join(folder, 'auditors.yaml')
      writeFileSync(file, 'get_images: role:auditor\n')
      return { oslo_policy: { policy_file: file } }
    },
  },
  {
    cause: 'imageNotVisible',
    made: 'The image is a private one of another project (`--image`).',
    async asker(cloud) {
      const json = { 'content-type': 'application/json', 'x-auth-token': await cloud.keystone.token('admin') }
      const body = JSON.stringify({ name: 'private', visibility: 'private' })
      const made = await fetch(`${cloud.serviceUrl}/v2/images`, { method: 'POST', headers: json, body })
      const { id } = (await made.json()) as { id: string }
      return { ...(await cloud.user()), args: ['--image', id] }
    },
  },
  {
    cause: 'serviceTokenRole',
    made: 'Nova’s user lacks the role `service` (`--as-service`).',
    asker: async (cloud) => ({ ...(await cloud.user({ role: 'admin', project: 'service' })), args: ['--as-service'] }),
  },
]

const credentials: CauseCase[] = [
  {
    cause: 'appCredentialInvalid',
    made: 'The application credential was deleted.',
    async asker(cloud) {
      const { env, path, token } = await applicationCredential(cloud, { name: 'deleted' })
      await cloud.keystone.identity.call('DELETE', path, { token })
      return { env }
    },
  },
  {
    cause: 'appCredentialInvalid',
    made: 'The application credential has expired.',
    async asker(cloud) {
      const end = Date.now() + 5000
      const { env } = await applicationCredential(cloud, { name: 'short', expires_at: new Date(end).toISOString().slice(0, -1) })
      await sleep(end - Date.now() + 1000)
      return { env }
    },
  },
  {
    cause: 'appCredentialAccessRules',
    made: 'The access rules of the application credential allow the compute service alone.',
    asker: (cloud) =>
      applicationCredential(cloud, {
        name: 'compute',
        access_rules: [{ service: 'compute', method: 'GET', path: '/v2.1/servers' }],
      }),
  },
]

async function applicationCredential(cloud: Cloud, fields: Record<string, unknown>) {
  const user = await cloud.user()
  const token = await user.token()
  const path = `/users/${user.id}/application_credentials`
  const { body } = await cloud.keystone.identity.call('POST', path, { token, body: { application_credential: fields } })
  const { id, secret } = body.application_credential
  const { OS_AUTH_URL = '' } = user.env
  const env = { OS_AUTH_URL, OS_APPLICATION_CREDENTIAL_ID: String(id), OS_APPLICATION_CREDENTIAL_SECRET: String(secret) }
  return { env, path: `${path}/${id}`, token }
}

/** What is wrong with the person, the token or the rights. */
export const personCauses = { signIn, tokens, rights, credentials }
