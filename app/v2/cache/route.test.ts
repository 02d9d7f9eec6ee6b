import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import { type ImageApi, octets, startImageApi } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'
import { startWebObjects, type WebObjects, webOfThisMachine } from '@/testing/web-objects'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-cache-'))
const bytes = randomBytes(400_000)
let stores: SeveralStores
let api: ImageApi
let web: WebObjects
let path = 0

/** The routes and what each answers to an administrator, in the order of section 20. */
const routes = [
  ['GET', '/v2/cache', 200],
  ['PUT', '/v2/cache/{}', 202],
  ['DELETE', '/v2/cache/{}', 204],
  ['DELETE', '/v2/cache', 204],
  ['POST', '/v2/cache/clean', 200],
  ['POST', '/v2/cache/prune', 200],
  ['GET', '/v2/cache/nodes/{}', 200],
  ['GET', '/v2/cached_images', 200],
  ['DELETE', '/v2/cached_images/{}', 200],
  ['DELETE', '/v2/cached_images', 200],
  ['GET', '/v2/queued_images', 200],
  ['PUT', '/v2/queued_images/{}', 200],
  ['DELETE', '/v2/queued_images/{}', 200],
  ['DELETE', '/v2/queued_images', 200],
] as const

const state = async (): Promise<{ cached_images: Record<string, unknown>[]; queued_images: string[] }> =>
  (await api.call('GET', '/v2/cache', { as: 'admin' })).json()
const cachedIds = async () => (await state()).cached_images.map(({ image_id }) => image_id)
const clear = (target?: string) =>
  api.status('DELETE', '/v2/cache', {
    as: 'admin',
    ...(target !== undefined && { headers: { 'x-image-cache-clear-target': target } }),
  })
const download = async (id: string, headers: Record<string, string> = {}) =>
  Buffer.from(await (await api.call('GET', `/v2/images/${id}/file`, { headers })).arrayBuffer())
/** The queue takes its time. */
const unhurried = { timeout: 10_000 }

const queue = (id: string) => api.status('PUT', `/v2/cache/${id}`, { as: 'admin' })

/** An active image whose bytes lie on a web server, and where. */
async function remoteImage() {
  const at = `/object-${++path}`
  web.objects.set(at, bytes)
  const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
  await api.status('POST', `/v2/images/${id}/locations`, { body: { url: web.url + at } })
  await expect.poll(async () => (await api.show(id)).status).toBe('active')
  return { id, reads: () => web.requests.filter((request) => request === `GET ${at}`).length }
}

describe('with a cache', () => {
  beforeAll(async () => {
    web = await startWebObjects()
    const node = 'worker_self_reference_url = http://node-1:9292'
    const cache = `image_cache_dir = ${folder}\nimage_cache_max_size = 1000000`
    stores = await startSeveralStores({ defaults: `do_secure_hash = false\n${node}\n${cache}`, sections: webOfThisMachine })
    api = stores.api
  })
  beforeEach(async () => void (await clear()))
  afterAll(async () => {
    await stores?.stop()
    web?.stop()
    rmSync(folder, { recursive: true })
  })

  it.each(routes)('%s %s', async (method, route, ok) => {
    const { id } = await api.createActive('x')
    const call = (as: Caller | null, imageId = id) => api.status(method, route.replace('{}', imageId), { as })
    expect(await call(null)).toBe(401)
    expect(await call('member')).toBe(403)
    expect(await call('admin')).toBe(ok)
    if (route.includes('{}')) expect(await call('admin', '00000000-0000-4000-8000-000000000000')).toBe(404)
  })
  it('announces its versions', async () => {
    expect((await (await api.call('GET', '/versions')).json()).versions[0]).toMatchObject({ id: 'v2.18', status: 'CURRENT' })
  })
  it('keeps what was read whole, and reads it no more', async () => {
    const { id, reads } = await remoteImage()
    expect((await download(id)).equals(bytes)).toBe(true)
    await expect.poll(cachedIds).toEqual([id])
    expect((await download(id)).equals(bytes)).toBe(true)
    expect(reads()).toBe(1)
    const [entry] = (await state()).cached_images
    expect(entry).toMatchObject({ image_id: id, size: bytes.length, hits: 1, checksum: null })
    expect(Math.abs(Number(entry?.last_accessed) - Date.now() / 1000)).toBeLessThan(60)
    expect(await (await api.call('GET', `/v2/cache/nodes/${id}`, { as: 'admin' })).json()).toEqual(['http://node-1:9292'])
  })
  it('is passed by for a range, and keeps none', async () => {
    const { id, reads } = await remoteImage()
    expect((await download(id, { range: 'bytes=5-9' })).equals(bytes.subarray(5, 10))).toBe(true)
    expect(await cachedIds()).toEqual([])
    await download(id)
    await expect.poll(cachedIds).toEqual([id])
    await download(id, { range: 'bytes=5-9' })
    expect(reads()).toBe(3)
  })
  it('keeps nothing of a download that was broken off', async () => {
    const big = Buffer.alloc(64 * 1024 * 1024)
    const { id } = await remoteImage()
    web.objects.set(`/object-${path}`, big)
    const leave = new AbortController()
    const response = await fetch(`${api.server.url}/v2/images/${id}/file`, {
      headers: { 'x-auth-token': 'member' },
      signal: leave.signal,
    })
    await response.body?.getReader().read()
    leave.abort()
    await expect.poll(() => readdirSync(join(folder, '.vitrine/incoming'))).toEqual([])
    expect(await cachedIds()).toEqual([])
  })
  it('still asks who may download', async () => {
    const { id } = await remoteImage()
    await download(id)
    await expect.poll(cachedIds).toEqual([id])
    expect(await api.status('GET', `/v2/images/${id}/file`, { as: 'stranger' })).toBe(404)
    expect(await api.status('GET', `/v2/images/${id}/file`, { as: 'reader' })).toBe(403)
    await api.status('POST', `/v2/images/${id}/actions/deactivate`)
    expect(await api.status('GET', `/v2/images/${id}/file`)).toBe(403)
  })
  it('has no use for what lies on this machine, unless it is told to', async () => {
    const { id } = await api.createActive(bytes)
    await download(id)
    expect(await cachedIds()).toEqual([])
    expect(await queue(id)).toBe(202)
    await expect.poll(cachedIds, unhurried).toEqual([id])
  })
  it('fetches what is queued', async () => {
    const { id, reads } = await remoteImage()
    expect(await queue(id)).toBe(202)
    expect((await state()).queued_images).toEqual([id])
    await expect.poll(async () => (await state()).queued_images, unhurried).toEqual([])
    expect(await cachedIds()).toEqual([id])
    await download(id)
    expect(reads()).toBe(1)
  })
  it('gives a queued image up that cannot be read', async () => {
    const { id } = await remoteImage()
    web.objects.delete(`/object-${path}`)
    expect(await queue(id)).toBe(202)
    await expect.poll(async () => (await state()).queued_images, unhurried).toEqual([])
    expect(await cachedIds()).toEqual([])
  })
  it('400 to queue an image without data', async () => expect(await queue((await api.create()).id)).toBe(400))
  it('204 to forget one, cached or not', async () => {
    const { id } = await remoteImage()
    await download(id)
    await expect.poll(cachedIds).toEqual([id])
    for (let times = 0; times < 2; times++) expect(await api.status('DELETE', `/v2/cache/${id}`, { as: 'admin' })).toBe(204)
    expect([await cachedIds(), existsSync(join(folder, id))]).toEqual([[], false])
  })
  it('clears what it is told to', async () => {
    const { id } = await remoteImage()
    await download(id)
    await expect.poll(cachedIds).toEqual([id])
    expect(await clear('queue')).toBe(204)
    expect(await cachedIds()).toEqual([id])
    expect(await clear('cache')).toBe(204)
    expect(await cachedIds()).toEqual([])
    expect(await clear('attic')).toBe(400)
  })
  it('stays below its size: the least recently used goes first', async () => {
    const images = [await remoteImage(), await remoteImage(), await remoteImage()]
    for (const { id } of images) {
      await download(id)
      await expect.poll(cachedIds).toContain(id)
    }
    await expect.poll(cachedIds).toEqual([images[1]?.id, images[2]?.id])
    const pruned = await api.call('POST', '/v2/cache/prune', { as: 'admin' })
    expect(await pruned.json()).toEqual({ total_files_pruned: 0, total_bytes_pruned: 0 })
  })
  it('cleans what is stalled, unknown, lost or of no image', async () => {
    const [lost, gone] = [await remoteImage(), await remoteImage()]
    for (const { id } of [lost, gone]) await download(id)
    await expect.poll(async () => (await cachedIds()).length).toBe(2)
    rmSync(join(folder, lost.id))
    await api.status('DELETE', `/v2/images/${gone.id}`)
    writeFileSync(join(folder, 'unknown'), 'x')
    const incoming = join(folder, '.vitrine/incoming')
    writeFileSync(join(incoming, 'stalled'), 'x')
    utimesSync(join(incoming, 'stalled'), 1, 1)
    writeFileSync(join(incoming, 'going-on'), 'x')
    expect(await api.status('POST', '/v2/cache/clean', { as: 'admin' })).toBe(200)
    expect(await cachedIds()).toEqual([])
    expect(readdirSync(folder)).toEqual(['.vitrine'])
    expect(readdirSync(incoming)).toEqual(['going-on'])
  })
  it('serves from the store what was lost or cut on the disk', async () => {
    const { id } = await remoteImage()
    await download(id)
    await expect.poll(cachedIds).toEqual([id])
    writeFileSync(join(folder, id), 'short')
    expect((await download(id)).equals(bytes)).toBe(true)
    rmSync(join(folder, id))
    expect((await download(id)).equals(bytes)).toBe(true)
  })
})

describe('without a cache', () => {
  beforeAll(async () => {
    api = await startImageApi()
  })
  afterAll(() => api?.stop())

  it.each(routes)('%s %s: 403, then 404', async (method, route) => {
    const { id } = await api.create()
    expect(await api.status(method, route.replace('{}', id), { as: 'member' })).toBe(403)
    expect(await api.status(method, route.replace('{}', id), { as: 'admin', headers: octets })).toBe(404)
  })
  it('300 for a version that a cache makes', async () => expect(await api.status('GET', '/v2.18/images')).toBe(300))
})
