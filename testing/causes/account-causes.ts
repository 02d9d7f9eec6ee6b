import { freePort } from '../free-port.mjs'
import { keystonePassword } from '../keystone-template'
import { startMemcached } from '../memcached-server'
import type { CauseCase } from './cause-case'
import { askingOther, authtoken, type Cloud } from './cloud'
import { byToken, logInWrongly } from './person-causes'

/** A service account of the other Keystone, which says more. */
async function otherAccount(cloud: Cloud) {
  const { name } = await cloud.user({ role: 'service', project: 'service', keystone: cloud.other })
  const { keystone_authtoken: there } = await askingOther(cloud)
  return { name, settings: authtoken({ ...there, username: name }) }
}

/** Whoever signs in at the other Keystone. */
const memberOfOther = (cloud: Cloud) => cloud.user({ keystone: cloud.other })

const passwords: CauseCase[] = [
  {
    cause: 'serviceUserMissing',
    made: '`project_name` is empty, so that the service user has a token without a catalogue.',
    service: async () => authtoken({ project_name: '' }),
  },
  {
    cause: 'serviceUserPassword',
    made: 'The `password` of the service user is wrong.',
    async service(cloud) {
      const { name } = await cloud.user({ role: 'service', project: 'service' })
      return authtoken({ username: name, password: 'not the password' })
    },
  },
  {
    cause: 'serviceUserPassword',
    made: 'The service user is disabled. Keystone does not say so.',
    async service(cloud) {
      const { name, id } = await cloud.user({ role: 'service', project: 'service' })
      await cloud.keystone.admin.change('users', id, { enabled: false })
      return authtoken({ username: name })
    },
  },
  {
    cause: 'serviceUserPassword',
    made: '`user_domain_name` is not the domain of the service user.',
    service: async () => authtoken({ user_domain_name: 'default-domain' }),
  },
  {
    cause: 'serviceUserDomain',
    made: '`user_domain_name` is empty.',
    service: async () => authtoken({ user_domain_name: '' }),
  },
  {
    cause: 'serviceUserPassword',
    made: 'Too many attempts have locked the service user out. Keystone does not say so, not even with `insecure_debug`.',
    async service(cloud) {
      const { name, settings } = await otherAccount(cloud)
      await logInWrongly(cloud.other, { name })
      return settings
    },
    asker: memberOfOther,
  },
  {
    cause: 'serviceUserPasswordExpires',
    made: 'The password of the service user expires in five days (`password_expires_days`).',
    service: async (cloud) => (await otherAccount(cloud)).settings,
    asker: memberOfOther,
  },
]

const roles: CauseCase[] = [
  {
    cause: 'serviceUserNoRoleOnProject',
    made: 'The service user has no role on the project `service`.',
    async service(cloud) {
      const { name } = await cloud.user({ role: null })
      return authtoken({ username: name, password: keystonePassword })
    },
  },
  {
    cause: 'serviceUserMayNotValidate',
    made: 'The service user’s role on its project is `member`: neither `service` nor `admin`.',
    async service(cloud) {
      const { name } = await cloud.user({ role: 'member', project: 'service' })
      return authtoken({ username: name })
    },
  },
]

const caches: CauseCase[] = [
  {
    cause: 'memcachedUnreachable',
    made: 'No memcached runs at the address of `memcached_servers`.',
    service: async () => authtoken({ memcached_servers: `127.0.0.1:${await freePort()}` }),
  },
  {
    cause: 'memcachedStale',
    made: 'The token was revoked after the image service had remembered it in memcached.',
    async service(cloud) {
      const memcached = await startMemcached()
      cloud.afterwards(memcached.kill)
      return authtoken({ memcached_servers: `127.0.0.1:${memcached.port}` })
    },
    async asker(cloud) {
      const user = await cloud.user()
      const token = await user.token()
      const { status } = await fetch(`${cloud.serviceUrl}/v2/images`, { headers: { 'x-auth-token': token } })
      if (status !== 200) throw new Error(`The image service answers ${status} to a good token`)
      await cloud.keystone.admin.revoke(token)
      return byToken(user, token)
    },
  },
]

/** What is wrong with the image service’s own account, and with what it remembers. */
export const accountCauses = { passwords, roles, caches }
