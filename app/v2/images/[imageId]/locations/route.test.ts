import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import type { ImageApi } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'
import { startWebObjects, type WebObjects, webOfThisMachine } from '@/testing/web-objects'

let stores: SeveralStores
let careless: SeveralStores
let api: ImageApi
let web: WebObjects
beforeAll(async () => {
  web = await startWebObjects()
  careless = await startSeveralStores({
    defaults: 'do_secure_hash = false\nhttp_retries = 0\nuser_storage_quota = 1KB',
    sections: webOfThisMachine,
  })
})
beforeEach(() => {
  web.beforeGet = async () => undefined
})
afterAll(async () => {
  await stores?.stop()
  web?.stop()
})

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')
const place = (path: string, text: string) => {
  web.objects.set(path, text)
  return web.url + path
}
const add = (id: string, body: unknown, as: Caller | null = 'member') =>
  api.status('POST', `/v2/images/${id}/locations`, { as, body })
const tasksOf = async (id: string) => (await (await api.call('GET', `/v2/images/${id}/tasks`)).json()).tasks
const settled = (id: string) =>
  expect.poll(async () => (await tasksOf(id)).map(({ status }: { status: string }) => status)).not.toContain('processing')
async function ended(id: string) {
  await expect.poll(async () => /success|failure/.test((await tasksOf(id))[0]?.status)).toBe(true)
  return (await tasksOf(id))[0]
}

describe('POST /v2/images/{id}/locations without secure hashes', () => {
  afterAll(() => careless?.stop())
  beforeAll(() => {
    api = careless.api
  })

  it('202, and the hashes stay empty', async () => {
    const { id } = await api.create()
    expect(await add(id, { url: place('/plain', 'plain') })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'success', type: 'location_import' })
    expect(await api.show(id)).toMatchObject({ status: 'active', size: 5, checksum: null, os_hash_value: null, stores: 'web' })
  })
  it('202, and a given hash is believed', async () => {
    const { id } = await api.create()
    const validation_data = { os_hash_algo: 'sha1', os_hash_value: 'a'.repeat(40) }
    expect(await add(id, { url: place('/believed', 'x'), validation_data })).toBe(202)
    await ended(id)
    expect(await api.show(id)).toMatchObject({ status: 'active', os_hash_algo: 'sha1', os_hash_value: 'a'.repeat(40) })
  })
  it('202, and the task fails for more than the storage quota', async () => {
    const { id } = await api.create()
    expect(await add(id, { url: place('/large', 'x'.repeat(1025)) })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'failure', message: expect.stringContaining('quota') })
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
  })
})

describe('POST /v2/images/{id}/locations', () => {
  beforeAll(async () => {
    stores = await startSeveralStores({ defaults: 'http_retries = 0\nuser_storage_quota = 1KB', sections: webOfThisMachine })
    api = stores.api
  })

  it('202, and the task fails for more than the storage quota', async () => {
    const { id } = await api.create()
    const large = 'x'.repeat(1025)
    const validation_data = { os_hash_algo: 'md5', os_hash_value: hash('md5', large) }
    expect(await add(id, { url: place('/large', large), validation_data })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'failure', message: expect.stringContaining('quota') })
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
  })
  it('202, active at once, hashed later, and its bytes can be had', async () => {
    let release: () => void = () => undefined
    web.beforeGet = () =>
      new Promise((resolve) => {
        release = resolve
      })
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    expect(await add(id, { url: place('/later', 'later') })).toBe(202)
    await expect.poll(async () => (await api.show(id)).status).toBe('active')
    expect(await api.show(id)).toMatchObject({ size: 5, checksum: null, virtual_size: null })
    await expect.poll(() => web.requests).toContain('GET /later')
    release()
    expect(await ended(id)).toMatchObject({ status: 'success' })
    expect(await api.show(id)).toMatchObject({
      checksum: hash('md5', 'later'),
      os_hash_algo: 'sha512',
      os_hash_value: hash('sha512', 'later'),
      stores: 'web',
    })
    web.beforeGet = async () => undefined
    expect(await (await api.call('GET', `/v2/images/${id}/file`)).text()).toBe('later')
    const range = await api.call('GET', `/v2/images/${id}/file`, { headers: { range: 'bytes=1-2' } })
    expect([range.status, await range.text()]).toEqual([206, 'at'])
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
    expect(web.objects.has('/later')).toBe(true)
  })
  it.each(['sha1', 'sha256', 'sha512', 'md5'])('202, active once the bytes have the given %s', async (os_hash_algo) => {
    const { id } = await api.create()
    const validation_data = { os_hash_algo, os_hash_value: hash(os_hash_algo, 'checked').toUpperCase() }
    expect(await add(id, { url: place('/checked', 'checked'), validation_data })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'success' })
    expect(await api.show(id)).toMatchObject({
      status: 'active',
      size: 7,
      checksum: hash('md5', 'checked'),
      os_hash_algo,
      os_hash_value: hash(os_hash_algo, 'checked'),
    })
  })
  it('202, and queued again with the reason when the bytes have another hash', async () => {
    const { id } = await api.create()
    const validation_data = { os_hash_algo: 'md5', os_hash_value: hash('md5', 'other') }
    expect(await add(id, { url: place('/wrong', 'wrong'), validation_data })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'failure', message: expect.stringMatching(/hash/) })
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null, checksum: null })
    expect(await add(id, { url: place('/right', 'right') })).toBe(202)
    await settled(id)
  })
  it('202, and queued still when there is nothing', async () => {
    const { id } = await api.create()
    expect(await add(id, { url: `${web.url}/nothing` })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'failure' })
    expect((await api.show(id)).status).toBe('queued')
  })
  it('202, and never asks an address of this network that the operator has not named', async () => {
    const { id } = await api.create()
    expect(await add(id, { url: 'http://169.254.169.254/latest' })).toBe(202)
    expect(await ended(id)).toMatchObject({ status: 'failure', message: expect.stringMatching(/filtering/) })
  })
  it('202 for a service', async () => {
    const { id } = await api.create({ visibility: 'community' })
    expect(await add(id, { url: place('/service', 'x') }, 'service')).toBe(202)
    await ended(id)
  })
  it.each([
    ['no url', {}],
    ['a url that is none', { url: 'nowhere' }],
    ['a url that is no text', { url: 7 }],
    ['half of the validation data', { url: 'http://h/x', validation_data: { os_hash_algo: 'md5' } }],
    [
      'other validation data',
      { url: 'http://h/x', validation_data: { os_hash_algo: 'md5', os_hash_value: 'a'.repeat(32), checksum: 'x' } },
    ],
    ['another algorithm', { url: 'http://h/x', validation_data: { os_hash_algo: 'crc', os_hash_value: 'a'.repeat(32) } }],
    ['a hash of another length', { url: 'http://h/x', validation_data: { os_hash_algo: 'md5', os_hash_value: 'a'.repeat(40) } }],
    ['a hash that is none', { url: 'http://h/x', validation_data: { os_hash_algo: 'md5', os_hash_value: 'z'.repeat(32) } }],
  ])('400 for %s', async (_, body) => expect(await add((await api.create()).id, body)).toBe(400))
  it.each(['file:///etc/passwd', 'swift+config://ref1/c/x', 'rbd://x'])('400 for %s, also from an administrator', async (url) => {
    expect(await add((await api.create()).id, { url }, 'admin')).toBe(400)
  })
  it('401 without a token', async () => expect(await add('x', { url: 'http://h/x' }, null)).toBe(401))
  it.each(['file:///etc/passwd', 'rbd://x', 'cinder://x'])('403 for %s from who is no service', async (url) => {
    expect(await add((await api.create()).id, { url })).toBe(403)
  })
  it('403 for a reader', async () => expect(await add((await api.create()).id, { url: 'http://h/x' }, 'reader')).toBe(403))
  it('403 for who can see it only', async () => {
    expect(await add((await api.create({ visibility: 'community' })).id, { url: 'http://h/x' }, 'stranger')).toBe(403)
  })
  it('404 for who cannot see it', async () => {
    expect(await add((await api.create()).id, { url: 'http://h/x' }, 'stranger')).toBe(404)
  })
  it('409 for an image with data', async () => {
    expect(await add((await api.createActive('x')).id, { url: 'http://h/x' })).toBe(409)
  })
  it('409 while another location is added', async () => {
    let release: () => void = () => undefined
    web.beforeGet = () =>
      new Promise((resolve) => {
        release = resolve
      })
    const { id } = await api.create()
    const validation_data = { os_hash_algo: 'md5', os_hash_value: hash('md5', 'slow') }
    expect(await add(id, { url: place('/slow', 'slow'), validation_data })).toBe(202)
    expect(await add(id, { url: web.url })).toBe(409)
    await expect.poll(() => web.requests).toContain('GET /slow')
    release()
    expect(await ended(id)).toMatchObject({ status: 'success' })
    expect(await tasksOf(id)).toHaveLength(1)
  })
})

describe('GET /v2/images/{id}/locations', () => {
  const get = (id: string, as: Caller) => api.call('GET', `/v2/images/${id}/locations`, { as })

  it('200 with a bare array', async () => {
    const { id } = await api.createActive('x')
    const response = await get(id, 'admin')
    expect(await response.json()).toEqual([{ url: `file://${stores.fileOf('fast', id)}`, metadata: { store: 'fast' } }])
  })
  it('200 with nothing', async () => expect(await (await get((await api.create()).id, 'admin')).json()).toEqual([]))
  it('200 for a service that can see it', async () => {
    expect((await get((await api.create({ visibility: 'community' })).id, 'service')).status).toBe(200)
  })
  it('403 for its owner', async () => expect((await get((await api.create()).id, 'member')).status).toBe(403))
  it('404 for a service that cannot see it', async () => {
    expect((await get((await api.create()).id, 'service')).status).toBe(404)
  })
  it('405 for other methods', async () => {
    const response = await api.call('PUT', '/v2/images/x/locations')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })
})
