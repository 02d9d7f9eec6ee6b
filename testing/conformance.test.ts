import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageListView, ImageView } from '@/lib/contract/image'
import type { Caller } from './identities'
import { type ImageApi, octets, startImageApi } from './image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }]
const names = async (query: string, as: Caller = 'member') =>
  ((await (await api.call('GET', `/v2/images${query}`, { as })).json()) as ImageListView).images.map(({ name }) => name)
const put = (id: string, body: Uint8Array) => api.status('PUT', `/v2/images/${id}/file`, { headers: octets, body })

/** The steps have the numbers of section 34 of the contract; each goes on where the one before ended. */
describe('the conformance walk', () => {
  let image: ImageView

  it('1: versions need no token, images do', async () => {
    expect(await api.status('GET', '/', { as: null, headers: { accept: 'application/json' } })).toBe(300)
    expect(await api.status('GET', '/versions', { as: null })).toBe(200)
    const refused = await api.call('GET', '/v2/images', { as: null })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Keystone uri="/)
  })

  it('2: create, refuse the upload, set the formats, upload 10 MiB', async () => {
    image = await api.create({ name: 'a' })
    expect(image).toMatchObject({ status: 'queued', disk_format: null, container_format: null })
    expect(await put(image.id, randomBytes(10))).toBe(400)
    const operations = [...replace('/disk_format', 'raw'), ...replace('/container_format', 'bare')]
    expect((await api.patch(image.id, operations)).status).toBe(200)
    expect(await put(image.id, randomBytes(10 * 1024 * 1024))).toBe(204)
    expect(await api.show(image.id)).toMatchObject({
      status: 'active',
      size: 10 * 1024 * 1024,
      checksum: expect.stringMatching(/^[0-9a-f]{32}$/),
      os_hash_algo: 'sha512',
      os_hash_value: expect.stringMatching(/^[0-9a-f]{128}$/),
    })
  })

  it('3: refusals of PATCH', async () => {
    expect((await api.patch(image.id, replace('/disk_format', 'qcow2'))).status).toBe(403)
    expect((await api.patch(image.id, replace('/nope', 'x'))).status).toBe(409)
    const headers = { 'content-type': 'application/json' }
    const refused = await api.call('PATCH', `/v2/images/${image.id}`, { headers, body: [] })
    expect(refused.status).toBe(415)
    expect(refused.headers.has('accept-patch')).toBe(true)
  })

  it('4: ranges', async () => {
    const status = (range: string) => api.status('GET', `/v2/images/${image.id}/file`, { headers: { range } })
    expect(await status('bytes=0-9')).toBe(206)
    expect(await status('bytes=99999999999-')).toBe(416)
    expect(await status('bytes=0-1,3-4')).toBe(400)
  })

  it('5: another project does not see it', async () => {
    expect(await api.status('GET', `/v2/images/${image.id}`, { as: 'stranger' })).toBe(404)
  })

  it('6: community is for those who ask for it, public is for administrators to say', async () => {
    expect((await api.patch(image.id, replace('/visibility', 'community'))).status).toBe(200)
    expect(await names('', 'stranger')).toEqual([])
    expect(await names('?visibility=community', 'stranger')).toEqual(['a'])
    expect(await api.status('DELETE', `/v2/images/${image.id}`, { as: 'stranger' })).toBe(403)
    expect((await api.patch(image.id, replace('/visibility', 'public'))).status).toBe(403)
    expect((await api.patch(image.id, replace('/visibility', 'public'), 'admin')).status).toBe(200)
  })

  it('8: protection, deletion, and an id that stays taken', async () => {
    expect((await api.patch(image.id, replace('/protected', true))).status).toBe(200)
    expect(await api.status('DELETE', `/v2/images/${image.id}`)).toBe(403)
    expect((await api.patch(image.id, replace('/protected', false))).status).toBe(200)
    expect(await api.status('DELETE', `/v2/images/${image.id}`)).toBe(204)
    expect(await api.status('GET', `/v2/images/${image.id}`)).toBe(404)
    expect(await api.status('POST', '/v2/images', { body: { id: image.id } })).toBe(409)
  })

  it('11: a boot sector without partitions is refused, clean data taken', async () => {
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    const sector = Buffer.alloc(1024)
    sector.set([0x55, 0xaa], 510)
    expect(await put(id, sector)).toBe(415)
    expect(await put(id, Buffer.alloc(1024, 1))).toBe(204)
  })

  it('12: unsafe or falsely declared data are refused, opaque containers taken', async () => {
    const qcow2 = Buffer.alloc(65536)
    qcow2.write('QFI\xfb', 'latin1')
    qcow2.writeUInt32BE(3, 4)
    qcow2.writeBigUInt64BE(512n, 8)
    const create = (formats: Record<string, string>) => api.create({ container_format: 'bare', ...formats })
    expect(await put((await create({ disk_format: 'qcow2' })).id, qcow2)).toBe(415)
    expect(await put((await create({ disk_format: 'vmdk' })).id, qcow2)).toBe(415)
    expect(await put((await create({ disk_format: 'vmdk', container_format: 'ovf' })).id, qcow2)).toBe(204)
  })

  it('13: pages of one image are distinct, and sorting by name works', async () => {
    for (const name of ['n1', 'n2']) await api.create({ name, tags: ['page'] })
    const first = (await (await api.call('GET', '/v2/images?limit=1&tag=page')).json()) as ImageListView
    const second = (await (await api.call('GET', first.next ?? '')).json()) as ImageListView
    expect(second.images[0]?.id).not.toBe(first.images[0]?.id)
    expect(await names('?tag=page&sort=name:asc')).toEqual(['n1', 'n2'])
  })

  it('14: tags', async () => {
    const { id } = await api.create({ tags: [...Array(128)].map((_, i) => `t${i}`) })
    const tag = (name: string) => api.status('PUT', `/v2/images/${id}/tags/${name}`)
    expect(await tag('x')).toBe(413)
    expect(await tag('x'.repeat(256))).toBe(400)
    expect(await tag('a%2Fb')).toBe(404)
  })
})
