import { freePort } from '../free-port.mjs'
import type { Asker, CauseCase } from './cause-case'
import { makeCertificate } from './certificates'
import { type Cloud, changeEndpoints } from './cloud'
import { type Front, noBackend, passOn, startFront } from './front'

/** The image endpoints of the catalogue lead somewhere else while a member asks. */
export async function pointImage(cloud: Cloud, url: string): Promise<Asker> {
  await changeEndpoints(cloud, { type: 'image', change: { url } })
  return cloud.user()
}

/** The same, to what stands before the image service. */
export async function standBefore(cloud: Cloud, front: Front): Promise<Asker> {
  cloud.afterwards(front.stop)
  return pointImage(cloud, front.url)
}

const entries: CauseCase[] = [
  {
    cause: 'imageServiceMissing',
    made: 'The service of the type `image` is disabled in Keystone, and so is not in the catalogue.',
    async asker(cloud) {
      const { admin } = cloud.keystone
      const [service] = await admin.list('services', 'type=image')
      await admin.change('services', String(service?.id), { enabled: false })
      cloud.afterwards(() => admin.change('services', String(service?.id), { enabled: true }))
      return cloud.user()
    },
  },
  {
    cause: 'endpointMissing',
    made: 'All endpoints of the image service are disabled.',
    async asker(cloud) {
      await changeEndpoints(cloud, { type: 'image', change: { enabled: false } })
      return cloud.user()
    },
  },
  {
    cause: 'wrongRegion',
    made: '`OS_REGION_NAME=regionone` where the region is RegionOne.',
    asker: async (cloud) => ({ env: { ...(await cloud.user()).env, OS_REGION_NAME: 'regionone' } }),
  },
  {
    cause: 'wrongInterface',
    made: '`OS_INTERFACE=admin` where the image service has no admin endpoint.',
    async asker(cloud) {
      await changeEndpoints(cloud, { type: 'image', change: { enabled: false }, of: (each) => each === 'admin' })
      return { env: { ...(await cloud.user()).env, OS_INTERFACE: 'admin' } }
    },
  },
]

const addresses: CauseCase[] = [
  {
    cause: 'endpointPath',
    made: 'The endpoint ends in `/v1`.',
    asker: (cloud) => pointImage(cloud, `${cloud.serviceUrl}/v1`),
  },
  {
    cause: 'endpointPath',
    made: 'The endpoint ends in `/v2/v2`.',
    asker: (cloud) => pointImage(cloud, `${cloud.serviceUrl}/v2/v2`),
  },
  {
    cause: 'endpointScheme',
    made: 'The endpoint has `https` where plain HTTP is spoken.',
    asker: (cloud) => pointImage(cloud, cloud.serviceUrl.replace('http:', 'https:')),
  },
  {
    cause: 'endpointScheme',
    made: 'The endpoint has `http` where TLS is spoken.',
    async asker(cloud) {
      const front = await startFront(passOn([cloud.serviceUrl]), makeCertificate(cloud.folder, 'image'))
      return standBefore(cloud, { ...front, url: front.url.replace('https:', 'http:') })
    },
  },
  {
    cause: 'endpointCertificate',
    made: 'The certificate of the endpoint is signed by nobody whom the client knows.',
    async asker(cloud) {
      return standBefore(cloud, await startFront(passOn([cloud.serviceUrl]), makeCertificate(cloud.folder, 'unknown')))
    },
  },
  {
    cause: 'endpointCertificate',
    made: 'The certificate of the endpoint has expired.',
    async asker(cloud) {
      const certificate = makeCertificate(cloud.folder, 'old', { days: -1 })
      const { env } = await standBefore(cloud, await startFront(passOn([cloud.serviceUrl]), certificate))
      return { env: { ...env, OS_CACERT: certificate.file } }
    },
  },
  {
    cause: 'endpointUnreachable',
    made: 'Nothing listens at the port of the endpoint.',
    asker: async (cloud) => pointImage(cloud, `http://127.0.0.1:${await freePort()}`),
  },
  {
    cause: 'notAnImageService',
    made: 'The endpoint is Keystone’s.',
    asker: (cloud) => pointImage(cloud, cloud.keystone.url),
  },
  {
    cause: 'loadBalancerNoBackend',
    made: 'At the endpoint a load balancer answers 503: it knows no image service that runs.',
    asker: async (cloud) => standBefore(cloud, await startFront(noBackend)),
  },
]

/** What is wrong in the service catalogue, and at the address that it names. */
export const catalogueCauses = { entries, addresses }
