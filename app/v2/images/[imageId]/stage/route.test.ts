import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { octets } from '@/testing/image-api'
import { type ImportApi, startImportApi } from '@/testing/import-api'

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi({ DEFAULT: ['image_size_cap = 1000'] })
})
afterAll(() => api?.stop())

const formats = { disk_format: 'raw', container_format: 'bare' }
const staged = (id: string) => existsSync(join(api.server.services.config.dataFolder, 'staging', id))
const stage = (id: string, headers: Record<string, string>, body: string) =>
  api.status('PUT', `/v2/images/${id}/stage`, { headers, body })

describe('PUT /v2/images/{id}/stage', () => {
  it('204, uploading, with a size and without hashes', async () => {
    const { id } = await api.create()
    expect((await api.stage(id, 'bytes')).status).toBe(204)
    expect(await api.show(id)).toMatchObject({ status: 'uploading', size: 5, checksum: null, os_hash_value: null })
    expect(staged(id)).toBe(true)
  })
  it('204 for no bytes at all', async () => expect((await api.stage((await api.create()).id, '')).status).toBe(204))
  it('400 when fewer bytes came than announced, and queued again', async () => {
    const { id } = await api.create(formats)
    expect(await stage(id, { ...octets, 'x-openstack-image-size': '6' }, 'bytes')).toBe(400)
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
    expect(staged(id)).toBe(false)
  })
  it('400 for a size that is no number', async () =>
    expect(await stage((await api.create()).id, { ...octets, 'x-openstack-image-size': 'many' }, 'b')).toBe(400))
  it('401 without a token', async () =>
    expect(await api.status('PUT', '/v2/images/x/stage', { as: null, headers: octets, body: 'b' })).toBe(401))
  it('403 for a reader of the project', async () =>
    expect((await api.stage((await api.create()).id, 'b', 'reader')).status).toBe(403))
  it('403 for a stranger who sees the image', async () =>
    expect((await api.stage((await api.create({ visibility: 'community' })).id, 'b', 'stranger')).status).toBe(403))
  it('404 for a stranger who does not', async () =>
    expect((await api.stage((await api.create()).id, 'b', 'stranger')).status).toBe(404))
  it('405 for another method', async () => {
    const refused = await api.call('GET', `/v2/images/${(await api.create()).id}/stage`)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'PUT'])
  })
  it('409 the second time', async () => {
    const { id } = await api.create()
    await api.stage(id, 'bytes')
    expect((await api.stage(id, 'bytes')).status).toBe(409)
  })
  it('409 for an image that has data', async () =>
    expect((await api.stage((await api.createActive('bytes')).id, 'b')).status).toBe(409))
  it('413 for more than image_size_cap, and queued again', async () => {
    const { id } = await api.create()
    expect((await api.stage(id, 'b'.repeat(1001))).status).toBe(413)
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
  })
  it('415 for another content type', async () =>
    expect(await stage((await api.create()).id, { 'content-type': 'application/json' }, '{}')).toBe(415))
  it('keeps nothing of an image that is deleted', async () => {
    const { id } = await api.create()
    await api.stage(id, 'bytes')
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
    expect(staged(id)).toBe(false)
  })
})

it('404 where glance-direct is not enabled', async () => {
  const other = await startImportApi({ DEFAULT: ['enabled_import_methods = [web-download]'] })
  try {
    expect((await other.stage((await other.create()).id, 'bytes')).status).toBe(404)
  } finally {
    await other.stop()
  }
})
