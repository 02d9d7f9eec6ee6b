import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, octets, startImageApi } from '@/testing/image-api'

let api: ImageApi
let config: string
beforeAll(async () => {
  config = writeConfig(
    '[DEFAULT]\nuser_storage_quota = 1KB\nimage_member_quota = 1\nimage_property_quota = 1\nimage_tag_quota = 1\n',
  )
  api = await startImageApi(['--config-file', config])
})
beforeEach(async () => {
  const { images } = (await (await api.call('GET', '/v2/images')).json()) as { images: { id: string }[] }
  for (const { id } of images) await api.call('DELETE', `/v2/images/${id}`)
})
afterAll(async () => {
  await api?.stop()
  removeConfig(config)
})

const formats = { disk_format: 'raw', container_format: 'bare' }
const bytes = (size: number) => Buffer.alloc(size, 1)
const send = (id: string, body: BodyInit, headers = {}) =>
  fetch(`${api.server.url}/v2/images/${id}/file`, {
    method: 'PUT',
    headers: { 'x-auth-token': 'member', ...octets, ...headers },
    body,
    duplex: 'half',
  } as RequestInit)
const stream = (size: number) => new Blob([bytes(size)]).stream()

describe('user_storage_quota', () => {
  it('204 up to the last byte, then 413 with what remains', async () => {
    await api.createActive(bytes(1000), formats)
    const { id } = await api.create(formats)
    const refused = await send(id, bytes(25))
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('24 bytes')
    expect((await api.show(id)).status).toBe('queued')
    expect((await send(id, bytes(24))).status).toBe(204)
  })
  it('204 for an image without bytes, however full the quota is', async () => {
    await api.createActive(bytes(1024), formats)
    await api.createActive('', formats)
  })
  it('413 while bytes arrive whose number nobody announced', async () => {
    const { id } = await api.create(formats)
    expect((await send(id, stream(1025))).status).toBe(413)
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null, checksum: null })
    expect((await send(id, stream(1024))).status).toBe(204)
  })
  it('413 by the announced size', async () => {
    const { id } = await api.create(formats)
    expect((await send(id, stream(1), { 'x-openstack-image-size': '2000' })).status).toBe(413)
  })
  it('413 for all but one of those who come at the same time', async () => {
    const images = await Promise.all([1, 2, 3].map(() => api.create(formats)))
    const statuses = await Promise.all(images.map(async ({ id }) => (await send(id, stream(600))).status))
    expect(statuses.toSorted()).toEqual([204, 413, 413])
  })
  it('counts per project, and the image’s own even when an administrator uploads', async () => {
    await api.createActive(bytes(1024), formats)
    await api.createActive(bytes(1024), formats, 'stranger')
    const { id } = await api.create(formats)
    expect(await api.status('PUT', `/v2/images/${id}/file`, { as: 'admin', headers: octets, body: 'x' })).toBe(413)
  })
  it('gives room back when an image is deleted', async () => {
    const { id } = await api.createActive(bytes(1024), formats)
    await api.call('DELETE', `/v2/images/${id}`)
    await api.createActive(bytes(1024), formats)
  })
})

describe('user_storage_quota by tus', () => {
  const tus = { 'tus-resumable': '1.0.0' }
  const begin = (id: string, size: number) => {
    const metadata = `image_id ${Buffer.from(id).toString('base64')}`
    return api.call('POST', '/uploads', { headers: { ...tus, 'upload-length': `${size}`, 'upload-metadata': metadata } })
  }

  it('413 before any byte', async () => {
    const { id } = await api.create(formats)
    expect((await begin(id, 1025)).status).toBe(413)
  })
  it('413 when others were faster, and 204 once there is room', async () => {
    const { id } = await api.create(formats)
    const upload = new URL((await begin(id, 1000)).headers.get('location') ?? '').pathname
    const other = await api.createActive(bytes(100), formats)
    const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    const patch = () => api.status('PATCH', upload, { headers, body: bytes(1000) })
    expect(await patch()).toBe(413)
    await api.call('DELETE', `/v2/images/${other.id}`)
    expect(await patch()).toBe(204)
    expect((await api.show(id)).status).toBe('active')
  })
})

describe('the quotas of one image', () => {
  it('413 beyond image_property_quota and image_tag_quota', async () => {
    expect(await api.status('POST', '/v2/images', { body: { a: '1', b: '2' } })).toBe(413)
    expect(await api.status('POST', '/v2/images', { body: { tags: ['a', 'b'] } })).toBe(413)
    const { id } = await api.create({ a: '1', tags: ['a'] })
    expect((await api.patch(id, [{ op: 'add', path: '/b', value: '2' }])).status).toBe(413)
    expect(await api.status('PUT', `/v2/images/${id}/tags/b`)).toBe(413)
  })
  it('413 beyond image_member_quota', async () => {
    const { id } = await api.create()
    const add = (member: string) => api.status('POST', `/v2/images/${id}/members`, { body: { member } })
    expect([await add('p1'), await add('p2')]).toEqual([200, 413])
  })
  it('200 with no limits for the usage', async () => {
    const response = await api.call('GET', '/v2/info/usage')
    expect([response.status, await response.json()]).toEqual([200, { usage: {} }])
  })
})
