import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import type { HttpFetch } from '../stores/http-fetch'

/** Where another region's image is. */
export interface RemoteLocation {
  region: string
  /** Of the catalog: public, internal or admin. */
  serviceInterface: string
  imageId: string
}

/** What is known there of the image. */
export interface RemoteImage {
  /** Where its data are. */
  url: string
  /** In bytes; null where it is not known. */
  size: number | null
  diskFormat: string
  containerFormat: string
  properties: Readonly<Record<string, string>>
}

export interface RemoteGlance {
  /** Finds an active image with the caller's own token; throws `badRequest` where the caller cannot have it. */
  find(location: RemoteLocation, token: string): Promise<RemoteImage>
}

const catalogBody = z.object({
  catalog: z.array(
    z.object({
      type: z.string(),
      endpoints: z.array(z.object({ interface: z.string(), region_id: z.string().nullish(), url: z.string() })),
    }),
  ),
})

const imageBody = z
  .object({
    status: z.string(),
    size: z.number().nullable(),
    disk_format: z.string().nullable(),
    container_format: z.string().nullable(),
  })
  .catchall(z.unknown())

const timeoutMs = 30_000
const longestAnswer = 1024 * 1024

/** The image services of other regions, as the caller's catalog at Keystone names them. */
export function createRemoteGlance(keystoneUrl: () => string, fetch: HttpFetch): RemoteGlance {
  async function endpoint({ region, serviceInterface }: RemoteLocation, token: string): Promise<string> {
    const url = `${keystoneUrl().replace(/\/v3$/, '')}/v3/auth/catalog`
    const answer = await globalThis
      .fetch(url, { headers: { 'x-auth-token': token }, signal: AbortSignal.timeout(timeoutMs) })
      .catch((cause) => {
        throw new Problem('identityUnavailable', 'The catalog of services cannot be read just now.', { cause })
      })
    const read = catalogBody.safeParse(await answer.json().catch(() => null))
    if (!answer.ok || !read.success) throw new Problem('badRequest', `Keystone answered ${answer.status} instead of a catalog.`)
    const images = read.data.catalog.filter(({ type }) => type === 'image').flatMap(({ endpoints }) => endpoints)
    const found = images.find((one) => one.region_id === region && one.interface === serviceInterface)
    if (!found) throw new Problem('badRequest', `The region ${region} has no ${serviceInterface} image service.`)
    return found.url.replace(/\/+$/, '').replace(/\/v\d[\d.]*$/, '')
  }

  return {
    async find(location, token) {
      const url = `${await endpoint(location, token)}/v2/images/${location.imageId}`
      const answer = await fetch(url, { method: 'GET', headers: { 'x-auth-token': token, accept: 'application/json' } })
      try {
        if (answer.status !== 200)
          throw new Problem('badRequest', `The region ${location.region} answered ${answer.status} to the image.`)
        return readRemoteImage(await readJsonBody(answer.body), `${url}/file`)
      } finally {
        answer.close()
      }
    },
  }
}

function readRemoteImage(body: unknown, url: string): RemoteImage {
  const read = imageBody.safeParse(body)
  if (!read.success) throw new Problem('badRequest', 'The other region answered with something that is no image.')
  const { status, size, disk_format: diskFormat, container_format: containerFormat, ...rest } = read.data
  if (status !== 'active') throw new Problem('badRequest', `The image is ${status} there, not active.`)
  if (diskFormat === null || containerFormat === null) throw new Problem('badRequest', 'The image has no formats there.')
  const properties = Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { url, size, diskFormat, containerFormat, properties: Object.fromEntries(properties) }
}

async function readJsonBody(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > longestAnswer) return null
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}
