import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import type { ImageApi } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'
import { startWebObjects, type WebObjects, webOfThisMachine } from '@/testing/web-objects'

let stores: SeveralStores
let api: ImageApi
let web: WebObjects
beforeAll(async () => {
  web = await startWebObjects()
  const defaults = 'show_multiple_locations = true\nimage_location_quota = 3\nimage_property_quota = 1\nuser_storage_quota = 1KB'
  stores = await startSeveralStores({ defaults, sections: webOfThisMachine })
  api = stores.api
  for (const path of ['/a', '/b', '/c', '/d']) web.objects.set(path, 'twelve bytes')
  web.objects.set('/large', 'x'.repeat(1013))
})
afterAll(async () => {
  await stores?.stop()
  web?.stop()
})

const at = (path: string, more: object = {}) => ({ url: web.url + path, metadata: {}, ...more })
const add = (value: unknown, path = '/locations/-') => [{ op: 'add', path, value }]
const replace = (value: unknown) => [{ op: 'replace', path: '/locations', value }]
const status = async (id: string, operations: unknown, as: Caller = 'member') => (await api.patch(id, operations, as)).status
const pathsOf = async (id: string) => ((await api.show(id)).locations ?? []).map(({ url }) => url.replace(web.url, ''))
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const hashed = (text: string) => ({ validation_data: { os_hash_algo: 'sha512', os_hash_value: sha512(text) } })

describe('PATCH of locations: add', () => {
  it('200, and a queued image becomes active', async () => {
    const { id } = await api.create()
    expect(await status(id, add(at('/a')))).toBe(200)
    expect(await api.show(id)).toMatchObject({ status: 'active', size: 12, checksum: null, stores: 'web' })
  })
  it('200 for more of them, in their places', async () => {
    const { id } = await api.create()
    expect(await status(id, [...add(at('/a')), ...add(at('/b'), '/locations/99')])).toBe(200)
    expect(await pathsOf(id)).toEqual(['/a', '/b'])
  })
  it('200 with hashes, which are never shown with the location', async () => {
    const { id } = await api.create()
    const validation_data = { ...hashed('x').validation_data, checksum: 'a'.repeat(32) }
    expect(await status(id, add(at('/a', { validation_data })))).toBe(200)
    const image = await api.show(id)
    expect(image).toMatchObject({ os_hash_algo: 'sha512', os_hash_value: sha512('x'), checksum: 'a'.repeat(32) })
    expect(image.locations).toEqual([at('/a', { metadata: { store: 'web' } })])
  })
  it.each([
    ['no metadata', { url: 'http://127.0.0.1/x' }],
    ['no url', { metadata: {} }],
    ['what the server keeps', { url: 'file:///etc/passwd', metadata: {} }],
    ['what no store reads', { url: 'rbd://x', metadata: {} }],
    ['half of a hash', { url: 'http://127.0.0.1/x', metadata: {}, validation_data: { os_hash_algo: 'sha512' } }],
    ['an unknown key', { url: 'http://127.0.0.1/x', metadata: {}, validation_data: { ...hashed('x').validation_data, more: 1 } }],
    ['an address of this network', { url: 'http://10.0.0.1/x', metadata: {} }],
  ])('400 for %s', async (_, location) => expect(await status((await api.create()).id, add(location))).toBe(400))
  it('400 for what cannot be reached', async () => {
    const { id } = await api.create()
    expect(await status(id, add(at('/nothing')))).toBe(400)
    expect((await api.show(id)).status).toBe('queued')
  })
  it('400 for the same one again', async () => {
    const { id } = await api.create()
    expect(await status(id, [...add(at('/a')), ...add(at('/a'))])).toBe(400)
  })
  it('403 for a reader', async () => expect(await status((await api.create()).id, add(at('/a')), 'reader')).toBe(403))
  it('409 for hashes that contradict the data', async () => {
    const { id } = await api.createActive('data')
    expect(await status(id, add(at('/a', hashed('other'))))).toBe(409)
    expect(await status(id, add(at('/a', hashed('data'))))).toBe(200)
  })
  it('409 for another algorithm, or what is no hash', async () => {
    const { id } = await api.create()
    const given = (os_hash_algo: string, os_hash_value: string) =>
      add(at('/a', { validation_data: { os_hash_algo, os_hash_value } }))
    expect(await status(id, given('md5', 'a'.repeat(32)))).toBe(409)
    expect(await status(id, given('sha512', 'a'.repeat(127)))).toBe(409)
    expect(await status(id, given('sha512', 'z'.repeat(128)))).toBe(409)
  })
  it('413 for more than the quota', async () => {
    const { id } = await api.create()
    expect(await status(id, replace(['/a', '/b', '/c'].map((path) => at(path))))).toBe(200)
    expect(await status(id, add(at('/d')))).toBe(413)
  })
})

describe('PATCH of locations: replace', () => {
  it('200 for the same with other metadata', async () => {
    const { id } = await api.create()
    await api.patch(id, replace([at('/a')]))
    expect(await status(id, replace([at('/a', { metadata: { note: 'x', store: 'fast' } })]))).toBe(200)
    expect((await api.show(id)).locations).toEqual([at('/a', { metadata: { note: 'x', store: 'web' } })])
  })
  it('400 for others', async () => {
    const { id } = await api.create()
    await api.patch(id, replace([at('/a')]))
    expect(await status(id, replace([at('/b')]))).toBe(400)
  })
  it('400 for what is no list', async () => expect(await status((await api.create()).id, replace('x'))).toBe(400))
  it('403 for none', async () => expect(await status((await api.create()).id, replace([]))).toBe(403))
  it('409 for hashes that contradict each other', async () => {
    expect(await status((await api.create()).id, replace([at('/a', hashed('a')), at('/b', hashed('b'))]))).toBe(409)
  })
})

describe('PATCH of locations: remove', () => {
  const remove = (index: number | string) => [{ op: 'remove', path: `/locations/${index}` }]

  it('200, and the bytes are gone', async () => {
    const { id } = await api.createActive('data')
    await api.patch(id, add(at('/a')))
    expect(await status(id, remove(0), 'admin')).toBe(200)
    expect(await pathsOf(id)).toEqual(['/a'])
    expect(existsSync(stores.fileOf('fast', id))).toBe(false)
  })
  it('400 for one that there is not', async () => {
    expect(await status((await api.createActive('x')).id, remove(7), 'admin')).toBe(400)
  })
  it('403 for the last', async () => expect(await status((await api.createActive('x')).id, remove(0), 'admin')).toBe(403))
  it('403 for its owner', async () => expect(await status((await api.createActive('x')).id, remove(0))).toBe(403))
  it('409 without data', async () => expect(await status((await api.create()).id, remove(0), 'admin')).toBe(409))
})

describe('PATCH of locations with other fields: all or nothing', () => {
  const rename = { op: 'replace', path: '/name', value: 'renamed' }
  const property = { op: 'add', path: '/note', value: 'x' }

  it('200 saves both', async () => {
    const { id } = await api.create({ name: 'before' })
    expect(await status(id, [rename, ...add(at('/a')), property])).toBe(200)
    expect(await api.show(id)).toMatchObject({ name: 'renamed', note: 'x', status: 'active', size: 12 })
  })
  it.each([
    ['400 for what cannot be reached', 400, () => add(at('/nothing'))],
    ['400 for the second that cannot be reached', 400, () => [...add(at('/a')), ...add(at('/nothing'))]],
    ['400 for the same one twice', 400, () => [...add(at('/a')), ...add(at('/a'))]],
    ['413 for too many', 413, () => ['/a', '/b', '/c', '/d'].flatMap((path) => add(at(path)))],
    ['413 for too many properties', 413, () => [...add(at('/a')), { ...property, path: '/other' }]],
    ['409 for a property that is not there', 409, () => [...add(at('/a')), { ...property, op: 'replace', path: '/absent' }]],
  ])('%s, and nothing is saved', async (_, expected, operations) => {
    const { id } = await api.create({ name: 'before' })
    const before = await api.show(id)
    expect(await status(id, [rename, property, ...operations()])).toBe(expected)
    expect(await api.show(id)).toEqual(before)
  })
  it('413 beyond the storage quota, and nothing is saved', async () => {
    const { id } = await api.create({ name: 'before' }, 'stranger')
    const operations = [rename, ...add(at('/a')), ...add(at('/large'))]
    expect(await status(id, operations, 'stranger')).toBe(413)
    expect(await api.show(id, 'stranger')).toMatchObject({ name: 'before', status: 'queued' })
    expect(await status(id, operations.slice(0, 2), 'stranger')).toBe(200)
    expect(await status(id, add(at('/b')), 'stranger')).toBe(200)
  })
  it('loses no bytes when the rest of the patch fails', async () => {
    const { id } = await api.createActive('data')
    await api.patch(id, add(at('/a')))
    const operations = [{ op: 'remove', path: '/locations/0' }, ...add(at('/nothing'))]
    expect(await status(id, operations, 'admin')).toBe(400)
    expect(existsSync(stores.fileOf('fast', id))).toBe(true)
    expect((await api.show(id)).locations).toHaveLength(2)
  })
})
