import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { KeystoneServer } from './keystone-server'
import { base32 } from './one-time-passcode'

/** Settings of a Keystone that knows every way of signing in which the dashboard does. */
export const signInSettings = {
  auth: { methods: 'password,token,totp,application_credential,mapped' },
  // A cache in the process hands out the very object that Keystone then takes the secret from.
  credential: { caching: false },
  security_compliance: {
    change_password_upon_first_use: true,
    lockout_failure_attempts: 3,
    password_regex: '^.{8,}$',
    password_regex_description: 'at least eight characters',
  },
} as const

/** The password of everybody below. */
export const personPassword = 'person-password'

interface PersonOptions {
  domain?: string
  /** In the project `demo`; null for none. */
  role?: string | null
  /** The password has to be changed before anything else. */
  expired?: boolean
  options?: Record<string, unknown>
}

/** Somebody new; their id. */
export async function addPerson(keystone: KeystoneServer, name: string, given: PersonOptions = {}): Promise<string> {
  const { domain = 'default', role = 'member', expired = false, options = {} } = given
  const password = expired ? personPassword : 'password-of-the-administrator'
  const { id } = await keystone.admin.create('users', { name, domain_id: domain, password, options })
  const user = { original_password: password, password: personPassword }
  if (!expired) {
    await keystone.identity.call('POST', `/users/${id}/password`, { body: { user } })
    // Tokens of the second in which a password changes are worth nothing.
    await setTimeout(1100)
  }
  if (role) await keystone.admin.grant({ role, user: name, project: 'demo' })
  return id
}

/** Somebody who needs a passcode beside the password; answers the secret of the authenticator. */
export async function addPersonWithPasscode(keystone: KeystoneServer, name: string): Promise<Buffer> {
  const options = { multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'totp']] }
  const id = await addPerson(keystone, name, { options })
  const secret = randomBytes(20)
  await keystone.admin.call('POST', '/credentials', { credential: { type: 'totp', blob: base32(secret), user_id: id } })
  return secret
}

/** Federation as a front server gives it to Keystone: whoever comes from `front` is a member of the project `demo`. */
export async function federate({ admin }: KeystoneServer): Promise<void> {
  const { group } = await admin.call<{ group: { id: string } }>('POST', '/groups', {
    group: { name: 'guests', domain_id: 'default' },
  })
  const [demo, member] = await Promise.all([admin.find('projects', 'demo'), admin.find('roles', 'member')])
  await admin.call('PUT', `/projects/${demo.id}/groups/${group.id}/roles/${member.id}`)
  const rules = [{ local: [{ user: { name: '{0}' }, group: { id: group.id } }], remote: [{ type: 'FRONT_USER' }] }]
  await admin.call('PUT', '/OS-FEDERATION/mappings/guests', { mapping: { rules } })
  const provider = { enabled: true, remote_ids: ['https://front.example'] }
  await admin.call('PUT', '/OS-FEDERATION/identity_providers/front', { identity_provider: provider })
  const protocol = { mapping_id: 'guests', remote_id_attribute: 'FRONT_PROVIDER' }
  await admin.call('PUT', '/OS-FEDERATION/identity_providers/front/protocols/mapped', { protocol })
}
