import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { standBefore } from './catalogue-causes'
import type { CauseCase } from './cause-case'
import { awaitBody, limitBody, limitHeaders, passOn, startFront } from './front'

const proxies: CauseCase[] = [
  {
    cause: 'proxyStripsToken',
    made: 'The proxy in front takes `X-Auth-Token` out of requests.',
    async asker(cloud) {
      const strip = passOn([cloud.serviceUrl], ({ headers }) => {
        delete headers['x-auth-token']
      })
      return standBefore(cloud, await startFront(strip))
    },
  },
  {
    cause: 'headersTooLarge',
    made: 'The proxy in front takes no more than 8 KiB of headers.',
    asker: async (cloud) => standBefore(cloud, await startFront(limitHeaders(8192, passOn([cloud.serviceUrl])))),
  },
  {
    cause: 'proxyBodySize',
    made: 'The proxy in front takes no body of more than 1 MiB.',
    asker: async (cloud) => standBefore(cloud, await startFront(limitBody(1024 ** 2, passOn([cloud.serviceUrl])))),
  },
  {
    cause: 'proxyBuffersUploads',
    made: 'The proxy in front waits for the whole of a body before it passes a request on.',
    asker: async (cloud) => standBefore(cloud, await startFront(awaitBody(passOn([cloud.serviceUrl])))),
  },
  {
    cause: null,
    made: 'A proxy in front that lets everything through.',
    asker: async (cloud) => standBefore(cloud, await startFront(passOn([cloud.serviceUrl]))),
  },
]

const service: CauseCase[] = [
  {
    cause: 'imageServiceDown',
    made: 'The image service does not run.',
    async asker(cloud) {
      await cloud.endService()
      return cloud.user()
    },
  },
  {
    cause: 'storeFailing',
    made: 'The folder of images has gone, as when a file system is not mounted.',
    service: async ({ folder }) => ({ glance_store: { filesystem_store_datadir: join(folder, 'images') } }),
    async asker(cloud) {
      const folder = join(cloud.folder, 'images')
      renameSync(folder, `${folder}-elsewhere`)
      cloud.afterwards(async () => renameSync(`${folder}-elsewhere`, folder))
      return cloud.user()
    },
  },
]

/** What is wrong between clients and the image service, or behind it. */
export const frontCauses = { proxies, service }
