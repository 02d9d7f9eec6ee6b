import { createHash, randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '@/lib/contract/image'
import { openDatabase } from '@/lib/server/db/database'
import { createImageRepository } from '@/lib/server/images/image-repository'
import type { Caller } from '@/testing/identities'
import { type ImageApi, octets, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

const formats = { disk_format: 'raw', container_format: 'bare' }
const fileOf = (id: string) => join(api.server.services.config.glance_store.filesystem_store_datadir, id)

interface Upload {
  as?: Caller
  headers?: Record<string, string>
  body?: Uint8Array | string
}

const upload = (id: string, { as = 'member', headers = {}, body = 'bytes' }: Upload = {}) =>
  api.status('PUT', `/v2/images/${id}/file`, { as, headers: { ...octets, ...headers }, body })

describe('PUT /v2/images/{id}/file', () => {
  it('204 and active, with size and hashes', async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 17)
    const { id } = await api.create(formats)
    expect(await upload(id, { body: bytes, headers: { 'x-openstack-image-size': String(bytes.length) } })).toBe(204)
    expect(await api.show(id)).toMatchObject({
      status: 'active',
      size: bytes.length,
      virtual_size: bytes.length,
      checksum: createHash('md5').update(bytes).digest('hex'),
      os_hash_algo: 'sha512',
      os_hash_value: createHash('sha512').update(bytes).digest('hex'),
    })
  })
  it('204 without a length', async () => {
    const { id } = await api.create(formats)
    const response = await fetch(`${api.server.url}/v2/images/${id}/file`, {
      method: 'PUT',
      headers: { ...octets, 'x-auth-token': 'member' },
      body: Readable.toWeb(Readable.from([Buffer.from('ab'), Buffer.from('cd')])) as BodyInit,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(204)
    expect((await api.show(id)).size).toBe(4)
  })
  it('204 for no bytes at all', async () => {
    const { id } = await api.create({ disk_format: 'qcow2', container_format: 'bare' })
    expect(await upload(id, { body: '' })).toBe(204)
    expect(await api.show(id)).toMatchObject({ status: 'active', size: 0 })
  })
  it('204 into another project’s image by an administrator', async () => {
    expect(await upload((await api.create(formats)).id, { as: 'admin' })).toBe(204)
  })
  it('400 while a format is missing', async () => {
    const { id } = await api.create({ disk_format: 'raw' })
    expect(await upload(id)).toBe(400)
    expect((await api.show(id)).status).toBe('queued')
  })
  it.each(['four', '-1', '1.5'])('400 for an announced size of %s', async (size) => {
    const { id } = await api.create(formats)
    expect(await upload(id, { headers: { 'x-openstack-image-size': size } })).toBe(400)
  })
  it('400 for another size than announced, and the image can be tried again', async () => {
    const { id } = await api.create(formats)
    expect(await upload(id, { headers: { 'x-openstack-image-size': '4' } })).toBe(400)
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null, checksum: null, os_hash_algo: null })
    expect(existsSync(fileOf(id))).toBe(false)
    expect(await upload(id)).toBe(204)
  })
  it('403 for a reader', async () => expect(await upload((await api.create(formats)).id, { as: 'reader' })).toBe(403))
  it('403 for who can see it only', async () => {
    const { id } = await api.create({ ...formats, visibility: 'community' })
    expect(await upload(id, { as: 'stranger' })).toBe(403)
  })
  it('404 for who cannot see it', async () => expect(await upload((await api.create(formats)).id, { as: 'stranger' })).toBe(404))
  it('409 for an image that has its data', async () => expect(await upload((await api.createActive('x')).id)).toBe(409))
  it('410 when it is deleted meanwhile, with nothing left behind', async () => {
    const { id } = await api.create(formats)
    const status = new Promise((resolve, reject) => {
      const headers = { ...octets, 'x-auth-token': 'member' }
      const sending = request(`${api.server.url}/v2/images/${id}/file`, { method: 'PUT', headers }, ({ statusCode }) =>
        resolve(statusCode),
      ).on('error', reject)
      sending.write('first')
      until(async () => (await api.show(id)).status === 'saving')
        .then(() => api.status('DELETE', `/v2/images/${id}`))
        .then(() => sending.end('last'), reject)
    })
    expect(await status).toBe(410)
    expect(existsSync(fileOf(id))).toBe(false)
    expect(await api.server.services.images.hasData(id)).toBe(false)
  })
  it('413 for more than the cap, before a byte is read', async () => {
    const { id } = await api.create(formats)
    expect(await upload(id, { headers: { 'x-openstack-image-size': String(2 ** 40 + 1) } })).toBe(413)
    expect((await api.show(id)).status).toBe('queued')
  })
  it.each(['application/json', 'Application/Octet-Stream'])('415 for %s', async (type) => {
    const { id } = await api.create(formats)
    expect(await upload(id, { headers: { 'content-type': type } })).toBe(415)
  })
  it('415 for data of another format, and the image can be tried again', async () => {
    const { id } = await api.create({ disk_format: 'qcow2', container_format: 'bare' })
    expect(await upload(id, { body: randomBytes(4096) })).toBe(415)
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null, checksum: null })
    expect(existsSync(fileOf(id))).toBe(false)
  })
  it('queued again when the client goes away', async () => {
    const { id } = await api.create(formats)
    const headers = { ...octets, 'x-auth-token': 'member', 'content-length': 1000 }
    const sending = request(`${api.server.url}/v2/images/${id}/file`, { method: 'PUT', headers }).on('error', () => undefined)
    sending.write('first')
    await until(async () => (await api.show(id)).status === 'saving')
    sending.destroy()
    await until(async () => (await api.show(id)).status === 'queued')
    expect(await upload(id)).toBe(204)
  })
  it('refuses before a byte when the client waits to go on', async () => {
    const { id } = await api.createActive('x')
    const told = await new Promise<{ status: number | undefined; wentOn: boolean }>((resolve, reject) => {
      let wentOn = false
      const headers = { ...octets, 'x-auth-token': 'member', expect: '100-continue', 'content-length': 5 }
      const sending = request(`${api.server.url}/v2/images/${id}/file`, { method: 'PUT', headers }, ({ statusCode }) => {
        resolve({ status: statusCode, wentOn })
        sending.destroy()
      })
      sending.on('continue', () => {
        wentOn = true
      })
      sending.on('error', reject)
      sending.flushHeaders()
    })
    expect(told).toEqual({ status: 409, wentOn: false })
  })
})

describe('GET /v2/images/{id}/file', () => {
  let image: ImageView
  beforeAll(async () => {
    image = await api.createActive('0123456789')
  })
  const download = (id: string, headers: Record<string, string> = {}, as: Caller = 'member') =>
    api.call('GET', `/v2/images/${id}/file`, { as, headers })

  it('200 with the bytes and their headers', async () => {
    const response = await download(image.id)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-length')).toBe('10')
    expect(response.headers.get('content-md5')).toBe(image.checksum)
    expect(response.headers.has('accept-ranges')).toBe(false)
    expect(await response.text()).toBe('0123456789')
  })
  it('204 while it has no data, ranges or not', async () => {
    const { id } = await api.create(formats)
    expect((await download(id)).status).toBe(204)
    expect((await download(id, { range: 'bytes=0-1' })).status).toBe(204)
  })
  it('204 when the store has lost the bytes', async () => {
    const { id } = await api.createActive('lost')
    rmSync(fileOf(id))
    expect((await download(id)).status).toBe(204)
    expect((await download(id, { range: 'bytes=0-1' })).status).toBe(204)
  })
  it.each([
    ['range', 'bytes=2-4', '234', 'bytes 2-4/10'],
    ['range', 'bytes=7-', '789', 'bytes 7-9/10'],
    ['range', 'bytes=-3', '789', 'bytes 7-9/10'],
    ['range', 'bytes=8-99', '89', 'bytes 8-9/10'],
    ['range', 'bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['content-range', 'bytes 2-4/10', '234', 'bytes 2-4/10'],
    ['content-range', 'bytes 2-4/*', '234', 'bytes 2-4/10'],
  ])('206 for %s %s', async (name, value, bytes, contentRange) => {
    const response = await download(image.id, { [name]: value })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(await response.text()).toBe(bytes)
  })
  it.each(['bytes=10-', 'bytes=5-2', 'bytes=-0', 'bytes=-', 'bytes=a-b', 'lines=1-2'])('416 for %s', async (range) => {
    expect((await download(image.id, { range })).status).toBe(416)
  })
  it('400 for several ranges', async () => expect((await download(image.id, { range: 'bytes=0-1,3-4' })).status).toBe(400))
  it('400 to prefer one of one store', async () => {
    expect(await api.status('GET', `/v2/images/${image.id}/file?prefer=fast`)).toBe(400)
  })
  it('403 for a reader', async () => expect((await download(image.id, {}, 'reader')).status).toBe(403))
  it('403 when deactivated, except for administrators', async () => {
    const { id } = await api.createActive('x')
    await deactivate(id)
    const refused = await download(id)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('You may reactivate it first')
    expect((await download(id, {}, 'admin')).status).toBe(200)
  })
  it('403 when deactivated, which names who can reactivate it', async () => {
    const { id } = await api.createActive('x', { visibility: 'public' }, 'admin')
    await deactivate(id)
    expect(await (await download(id)).text()).toContain('A member of the project that owns it, or an administrator, can')
  })
  it('404 for who cannot see it', async () => expect((await download(image.id, {}, 'stranger')).status).toBe(404))
  it('405 for other methods', async () => {
    const response = await api.call('POST', `/v2/images/${image.id}/file`)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, PUT')
  })
  it('goes on while the image is deleted', async () => {
    const bytes = randomBytes(32 * 1024 * 1024)
    const { id } = await api.createActive(bytes)
    const response = await download(id)
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })
})

async function deactivate(id: string) {
  const database = openDatabase(api.server.services.config.database.connection)
  await createImageRepository(database).move({ id, status: 'active' }, 'deactivated')
  await database.db.destroy()
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}
