import { createServer } from 'node:net'
import { freePort } from '../free-port.mjs'
import type { Asker, CauseCase } from './cause-case'
import { makeCertificate } from './certificates'
import { askingOther, authtoken, type Cloud, changeEndpoints, passwordEnvironment } from './cloud'
import { noBackend, passOn, startFront, startSilence, webSite } from './front'
import { byToken } from './person-causes'

const addresses: CauseCase[] = [
  {
    cause: 'authUrlUnreachable',
    made: '`auth_url` has a port where nothing listens.',
    service: async () => authtoken({ auth_url: `http://127.0.0.1:${await freePort()}` }),
  },
  {
    cause: 'authUrlUnreachable',
    made: '`auth_url` leads to where no answer ever comes, as behind a firewall.',
    async service(cloud) {
      const silence = await startSilence()
      cloud.afterwards(silence.stop)
      return authtoken({ auth_url: silence.url, http_request_max_retries: '0' })
    },
  },
  {
    cause: 'authUrlUnreachable',
    made: '`auth_url` has a host that nobody knows.',
    service: async () => authtoken({ auth_url: 'http://keystone.invalid:5000' }),
  },
  {
    cause: 'adminPort',
    made: '`auth_url` has the port 35357, where nothing listens any more.',
    async service() {
      await nothingAt(35357)
      return authtoken({ auth_url: 'http://127.0.0.1:35357' })
    },
  },
  {
    cause: null,
    made: '`auth_url` ends in `/v2.0`: version 3 is asked all the same.',
    service: async ({ keystone }) => authtoken({ auth_url: `${keystone.url}/v2.0` }),
  },
  {
    cause: 'notKeystone',
    made: '`auth_url` leads to a web site.',
    async service(cloud) {
      const site = await startFront(webSite)
      cloud.afterwards(site.stop)
      return authtoken({ auth_url: site.url })
    },
  },
]

/** Throws where somebody listens: then the cause cannot be made. */
async function nothingAt(port: number) {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(port, '127.0.0.1', resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}

/** A Keystone behind TLS, with the certificate as it is wanted; answers options and the certificate's file. */
async function secureKeystone(cloud: Cloud, name: string, wanted: { host?: string; days?: number } = {}) {
  const certificate = makeCertificate(cloud.folder, name, wanted)
  const front = await startFront(passOn([cloud.keystone.url]), certificate)
  cloud.afterwards(front.stop)
  return { url: front.url, cafile: certificate.file }
}

const encryption: CauseCase[] = [
  {
    cause: 'tlsUntrusted',
    made: 'Keystone’s certificate is signed by an authority that `cafile` does not name.',
    service: async (cloud) => authtoken({ auth_url: (await secureKeystone(cloud, 'keystone')).url }),
  },
  {
    cause: 'tlsExpired',
    made: 'Keystone’s certificate has expired.',
    async service(cloud) {
      const { url, cafile } = await secureKeystone(cloud, 'keystone-old', { days: -1 })
      return authtoken({ auth_url: url, cafile })
    },
  },
  {
    cause: 'tlsHostname',
    made: 'Keystone’s certificate is for another host.',
    async service(cloud) {
      const { url, cafile } = await secureKeystone(cloud, 'keystone-name', { host: 'DNS:keystone.example' })
      return authtoken({ auth_url: url, cafile })
    },
  },
  {
    cause: 'keystoneScheme',
    made: '`auth_url` has `https` where plain HTTP is spoken.',
    service: async ({ keystone }) => authtoken({ auth_url: keystone.url.replace('http:', 'https:') }),
  },
  {
    cause: 'keystoneScheme',
    made: '`auth_url` has `http` where TLS is spoken.',
    service: async (cloud) =>
      authtoken({ auth_url: (await secureKeystone(cloud, 'keystone-tls')).url.replace('https:', 'http:') }),
  },
]

const others: CauseCase[] = [
  {
    cause: 'wwwAuthenticateUri',
    made: '`www_authenticate_uri` is an address where nothing answers.',
    service: async () => authtoken({ www_authenticate_uri: `http://127.0.0.1:${await freePort()}` }),
  },
  {
    cause: 'wwwAuthenticateUri',
    made: '`www_authenticate_uri` is that of another Keystone.',
    service: async ({ other }) => authtoken({ www_authenticate_uri: other.url }),
  },
  {
    cause: 'otherKeystone',
    made: '`auth_url` and `www_authenticate_uri` are those of another Keystone.',
    service: askingOther,
  },
]

const identityEndpoints: CauseCase[] = [
  {
    cause: 'identityRegion',
    made: '`region_name` is a region where no identity endpoint is.',
    service: async () => authtoken({ region_name: 'RegionTwo' }),
  },
  {
    cause: 'identityInterface',
    made: '`interface = admin`, and the catalogue has no admin endpoint of identity.',
    async service(cloud) {
      await changeEndpoints(cloud, { type: 'identity', change: { enabled: false }, of: (each) => each === 'admin' })
      return authtoken({ interface: 'admin' })
    },
  },
  {
    cause: 'identityEndpointUnreachable',
    made: 'Nothing listens at the internal identity endpoint of the catalogue.',
    async service(cloud) {
      const url = `http://127.0.0.1:${await freePort()}/v3`
      await changeEndpoints(cloud, { type: 'identity', change: { url }, of: (each) => each === 'internal' })
      // The same configuration would go on with the log-in of before.
      return authtoken({ http_request_max_retries: '1' })
    },
  },
]

/** A member, known to every Keystone, who signs in where the service asks. */
async function memberThere({ authUrl }: Cloud): Promise<Asker> {
  return { env: { ...passwordEnvironment(authUrl, 'member'), OS_PROJECT_NAME: 'demo' } }
}

/** Settings by which the service asks what passes on to two Keystones in turn. */
async function balanced(cloud: Cloud, { url }: { url: string }) {
  const balancer = await startFront(passOn([cloud.keystone.url, url]))
  cloud.afterwards(balancer.stop)
  return authtoken({ auth_url: balancer.url, www_authenticate_uri: balancer.url })
}

const nodes: CauseCase[] = [
  {
    cause: 'clockSkew',
    made: 'The clock of the image service is two hours ahead of Keystone’s.',
    async service(cloud) {
      const { url, admin } = cloud.slow
      await changeEndpoints(cloud, { type: 'identity', change: { url: `${url}/v3` } }, admin)
      return authtoken({ auth_url: url, www_authenticate_uri: url })
    },
    asker: memberThere,
  },
  {
    cause: 'fernetKeysNotShared',
    made: 'Keystone’s address leads to two nodes in turn, and each has keys of its own.',
    service: (cloud) => balanced(cloud, cloud.other),
    asker: memberThere,
  },
  {
    cause: 'keystoneClockSkew',
    made: 'Keystone’s address leads to two nodes in turn, and the clock of one is two hours behind.',
    service: (cloud) => balanced(cloud, cloud.slow),
    asker: memberThere,
  },
  {
    cause: 'keystoneDown',
    made: 'The load balancer before Keystone answers 503: none of its nodes runs.',
    async service(cloud) {
      const balancer = await startFront(noBackend)
      cloud.afterwards(balancer.stop)
      return authtoken({ auth_url: balancer.url, www_authenticate_uri: balancer.url })
    },
    asker: memberThere,
  },
  {
    cause: 'keystoneDown',
    made: 'Keystone was killed.',
    service: askingOther,
    async asker(cloud) {
      const user = await memberThere(cloud)
      await cloud.other.kill()
      return user
    },
  },
  {
    cause: 'fernetKeysDropped',
    made: 'The keys were rotated three times (`keystone-manage fernet_rotate`) while the token should still have lived.',
    async asker(cloud) {
      const user = await cloud.user()
      const token = await user.token()
      cloud.keystone.rotateKeys(3)
      return byToken(user, token)
    },
  },
]

/** What is wrong on the way to Keystone, and with Keystone itself. */
export const keystoneCauses = { addresses, encryption, others, identityEndpoints, nodes }
