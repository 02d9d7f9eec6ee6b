import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type HttpRequest, Upload } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '@/lib/contract/problem'
import { startUploadServer, type UploadServer } from '@/testing/upload-server'

const bytes = randomBytes(5 * 1024 * 1024 + 321)
const sha512 = createHash('sha512').update(bytes).digest('hex')
const chunkType = { 'content-type': 'application/offset+octet-stream' }

let server: UploadServer
let imageId: string

beforeAll(async () => {
  server = await startUploadServer()
})
afterAll(() => server.stop())
beforeEach(() => {
  imageId = randomUUID()
  server.images.states.set(imageId, 'queued')
  server.images.refusal = undefined
  server.images.beforeActive = async () => undefined
})

type Headers = Record<string, string>

function call(method: string, path: string, headers: Headers = {}, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
  const all = { 'x-auth-token': 'project-a', 'tus-resumable': '1.0.0', accept: 'application/json', ...headers }
  return fetch(new URL(path, server.url), { method, headers: all, ...(body && { body }) })
}

const metadata = (id = imageId) =>
  `image_id ${Buffer.from(id).toString('base64')},filename ${Buffer.from('disk.img').toString('base64')}`

async function create(size = bytes.length, headers: Headers = {}): Promise<string> {
  const response = await call('POST', '/uploads', { 'upload-length': `${size}`, 'upload-metadata': metadata(), ...headers })
  expect(response.status).toBe(201)
  return response.headers.get('location') as string
}

const patch = (url: string, offset: number, body: Uint8Array<ArrayBuffer>, headers: Headers = {}) =>
  call('PATCH', url, { ...chunkType, 'upload-offset': `${offset}`, ...headers }, body)

const head = async (url: string) => {
  const response = await call('HEAD', url)
  return { status: response.status, offset: response.headers.get('upload-offset') }
}

/** A PATCH that sends some bytes and then stays silent with its connection open. */
function stuckPatch(url: string, offset: number, part: Buffer, length: number) {
  const headers = {
    ...chunkType,
    'x-auth-token': 'project-a',
    'tus-resumable': '1.0.0',
    'upload-offset': offset,
    'content-length': length,
  }
  const client = request(url, { method: 'PATCH', headers })
  client.on('error', () => undefined)
  client.write(part)
  return client
}

async function offsetIs(url: string, offset: number) {
  const id = url.split('/').at(-1) as string
  await expect.poll(() => readFileSync(join(server.stores.uploadsFolder, id)).length, { timeout: 5000 }).toBe(offset)
}

function expectActive() {
  expect(server.images.states.get(imageId)).toBe('active')
  const stored = server.images.stored.get(imageId)
  expect(stored).toMatchObject({
    size: bytes.length,
    osHashValue: sha512,
    checksum: createHash('md5').update(bytes).digest('hex'),
  })
  const file = join(server.folder, 'images', imageId)
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(statSync(file).nlink, 'the staged name is gone').toBe(1)
}

describe('OPTIONS /uploads', () => {
  it('204 with version and extensions, for anybody', async () => {
    const response = await call('OPTIONS', '/uploads', { 'x-auth-token': '' })
    expect(response.status).toBe(204)
    expect(response.headers.get('tus-version')).toBe('1.0.0')
    expect(response.headers.get('tus-extension')).toBe('creation,expiration,termination')
    expect(response.headers.get('tus-max-size')).toBe(`${64 * 1024 * 1024}`)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('POST /uploads', () => {
  const status = async (headers: Headers) =>
    (await call('POST', '/uploads', { 'upload-metadata': metadata(), ...headers })).status

  it('201 with Location and Upload-Expires; the image stays queued', async () => {
    const response = await call('POST', '/uploads', { 'upload-length': '10', 'upload-metadata': metadata() })
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toMatch(new RegExp(`^${server.url}/uploads/[0-9a-f-]{36}$`))
    expect(Date.parse(response.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now() + 3_500_000)
    expect(server.images.states.get(imageId)).toBe('queued')
  })
  it('401 without a token', async () => {
    const response = await call('POST', '/uploads', { 'x-auth-token': '', 'upload-length': '1' })
    expect([response.status, response.headers.get('tus-resumable')]).toEqual([401, '1.0.0'])
  })
  it('412 for another version, naming ours', async () => {
    const response = await call('POST', '/uploads', { 'tus-resumable': '0.2.2', 'upload-length': '1' })
    expect([response.status, response.headers.get('tus-version')]).toEqual([412, '1.0.0'])
  })
  it('400 without a length', async () => expect(await status({})).toBe(400))
  it('501 for a length to be told later', async () => expect(await status({ 'upload-defer-length': '1' })).toBe(501))
  it('400 for a negative length', async () => expect(await status({ 'upload-length': '-1' })).toBe(400))
  it('400 without an image', async () =>
    expect(await status({ 'upload-length': '1', 'upload-metadata': 'filename YQ==' })).toBe(400))
  it('413 beyond the size cap', async () => expect(await status({ 'upload-length': '99999999' })).toBe(413))
  it('404 for an unknown image', async () =>
    expect(await status({ 'upload-length': '1', 'upload-metadata': metadata(randomUUID()) })).toBe(404))
  it('409 for an image that has data', async () => {
    server.images.states.set(imageId, 'active')
    expect(await status({ 'upload-length': '1' })).toBe(409)
  })
  it('201 replaces an upload that nobody is sending', async () => {
    const abandoned = await create()
    await patch(abandoned, 0, bytes.subarray(0, 100))
    await create()
    expect((await head(abandoned)).status).toBe(404)
  })
  it('409 while another upload of the image is being sent', async () => {
    const url = await create()
    const stuck = stuckPatch(url, 0, bytes.subarray(0, 70_000), bytes.length)
    await offsetIs(url, 70_000)
    expect(await status({ 'upload-length': '1' })).toBe(409)
    stuck.destroy()
  })
  it('activates an image of no bytes at once', async () => {
    await create(0)
    expect(server.images.states.get(imageId)).toBe('active')
  })
})

describe('PATCH /uploads/{id}', () => {
  it('204 with the new offset, then the image is active', async () => {
    const url = await create()
    const first = await patch(url, 0, bytes.subarray(0, 3_000_000))
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '3000000'])
    expect(first.headers.get('upload-expires')).toBeTruthy()
    expect(server.images.states.get(imageId)).toBe('queued')
    const last = await patch(url, 3_000_000, bytes.subarray(3_000_000))
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, `${bytes.length}`])
    expect(last.headers.get('upload-expires')).toBeNull()
    expectActive()
  })
  it('204 after a restart between two chunks: what was hashed is hashed again', async () => {
    const path = new URL(await create()).pathname
    await patch(path, 0, bytes.subarray(0, 3_000_001))
    await server.restart()
    expect(await head(path)).toEqual({ status: 200, offset: '3000001' })
    expect((await patch(path, 3_000_001, bytes.subarray(3_000_001))).status).toBe(204)
    expectActive()
  })
  it('409 at another offset, without taking a byte', async () => {
    const url = await create()
    expect((await patch(url, 5, bytes.subarray(5))).status).toBe(409)
    expect((await head(url)).offset).toBe('0')
  })
  it('412 without Tus-Resumable', async () =>
    expect((await patch(await create(), 0, bytes, { 'tus-resumable': '' })).status).toBe(412))
  it('415 for another content type', async () =>
    expect((await patch(await create(), 0, bytes, { 'content-type': 'application/octet-stream' })).status).toBe(415))
  it('400 without an offset', async () => expect((await call('PATCH', await create(), chunkType, bytes)).status).toBe(400))
  it('400 for an offset that is no number', async () =>
    expect((await patch(await create(), 0, bytes, { 'upload-offset': '1e3' })).status).toBe(400))
  it('400 for a length: it has been told before', async () =>
    expect((await patch(await create(), 0, bytes, { 'upload-length': '5' })).status).toBe(400))
  it('413 for more bytes than were announced', async () => {
    const url = await create(1000)
    expect((await patch(url, 0, bytes)).status).toBe(413)
    expect(server.images.states.get(imageId)).toBe('queued')
  })
  it('404 for another project', async () => {
    const url = await create()
    const stranger = { 'x-auth-token': 'project-b' }
    expect((await patch(url, 0, bytes, stranger)).status).toBe(404)
    expect((await call('HEAD', url, stranger)).status).toBe(404)
    expect((await call('DELETE', url, stranger)).status).toBe(404)
    expect((await head(url)).offset).toBe('0')
  })
  it('404 for an upload that never was', async () => expect((await patch(`/uploads/${randomUUID()}`, 0, bytes)).status).toBe(404))
  it('410 when it has expired, counted from the last byte', async () => {
    const url = await create()
    const longAgo = Date.now() / 1000 - 3601
    utimesSync(join(server.stores.uploadsFolder, url.split('/').at(-1) as string), longAgo, longAgo)
    expect((await patch(url, 0, bytes)).status).toBe(410)
    expect((await head(url)).status).toBe(410)
    await server.uploads.sweep()
    expect((await head(url)).status).toBe(404)
  })
  it('nothing stays of an upload whose image was deleted', async () => {
    const url = await create()
    server.images.states.delete(imageId)
    await server.uploads.sweep()
    expect(existsSync(join(server.stores.uploadsFolder, url.split('/').at(-1) as string))).toBe(false)
  })
  it('404 when the image was deleted, and nothing stays', async () => {
    const url = await create()
    server.images.states.delete(imageId)
    expect((await patch(url, 0, bytes)).status).toBe(404)
    expect(existsSync(join(server.stores.uploadsFolder, url.split('/').at(-1) as string))).toBe(false)
  })
  it('409 when the image has got its data meanwhile, and nothing stays', async () => {
    const url = await create()
    server.images.states.set(imageId, 'active')
    expect((await patch(url, 0, bytes)).status).toBe(409)
    expect((await head(url)).status).toBe(404)
  })
  it('415 for bytes that are not what the image declares: they are discarded, the image is queued', async () => {
    server.images.refusal = new Problem('unsupportedMedia', 'This is not qcow2.')
    const url = await create()
    const response = await patch(url, 0, bytes)
    expect([response.status, await response.json()]).toMatchObject([415, { message: 'This is not qcow2.' }])
    expect(server.images.states.get(imageId)).toBe('queued')
    expect((await head(url)).status).toBe(410)
    const { uploads } = (await (await call('GET', '/api/uploads')).json()) as { uploads: Record<string, unknown>[] }
    expect(uploads.find((upload) => upload.image_id === imageId)).toMatchObject({
      state: 'failed',
      reason: 'This is not qcow2.',
      offset: 0,
    })
    const path = `/api/uploads/${url.split('/').at(-1)}`
    expect(await (await call('GET', path)).json()).toMatchObject({ image_id: imageId, state: 'failed', size: bytes.length })
    expect((await call('GET', path, { 'x-auth-token': 'project-b' })).status).toBe(404)
    expect((await call('DELETE', url)).status).toBe(204)
    server.images.refusal = undefined
    expect((await patch(await create(), 0, bytes)).status).toBe(204)
  })
  it('413 for a quota that is used up by the last byte keeps the bytes; asking again finishes', async () => {
    server.images.refusal = new Problem('tooLarge', 'The storage quota is used up.')
    const url = await create()
    expect((await patch(url, 0, bytes)).status).toBe(413)
    expect(server.images.states.get(imageId)).toBe('queued')
    server.images.refusal = undefined
    expect(await head(url)).toEqual({ status: 200, offset: `${bytes.length}` })
    expectActive()
  })
  it('503 keeps the bytes; asking again finishes', async () => {
    server.images.beforeActive = async () => {
      throw new Problem('storeUnavailable', 'The database is away.')
    }
    const url = await create()
    expect((await patch(url, 0, bytes)).status).toBe(503)
    server.images.beforeActive = async () => undefined
    expect(await head(url)).toEqual({ status: 200, offset: `${bytes.length}` })
    expectActive()
  })
  it('takes over from a request that got stuck', async () => {
    const url = await create()
    const stuck = stuckPatch(url, 0, bytes.subarray(0, 1_500_000), bytes.length)
    await offsetIs(url, 1_500_000)
    expect((await patch(url, 1_500_000, bytes.subarray(1_500_000))).status).toBe(204)
    stuck.destroy()
    expectActive()
  })
  it('keeps what came before the client went away', async () => {
    const url = await create()
    const client = stuckPatch(url, 0, bytes.subarray(0, 2_000_000), bytes.length)
    await offsetIs(url, 2_000_000)
    client.destroy()
    expect(await head(url)).toEqual({ status: 200, offset: '2000000' })
    expect((await patch(url, 2_000_000, bytes.subarray(2_000_000))).status).toBe(204)
    expectActive()
  })
  it('finishes although the client goes away during the finish; it sees that later', async () => {
    let goOn = () => {}
    server.images.beforeActive = () => new Promise((resolve) => (goOn = resolve))
    const url = await create()
    const client = stuckPatch(url, 0, bytes, bytes.length)
    client.end()
    await expect.poll(() => server.images.states.get(imageId), { timeout: 5000 }).toBe('saving')
    client.destroy()
    await sleep(50)
    const waiting = head(url)
    await sleep(50)
    goOn()
    expect(await waiting).toEqual({ status: 200, offset: `${bytes.length}` })
    expectActive()
    expect(await head(url)).toEqual({ status: 200, offset: `${bytes.length}` })
  })
  it('sends 100 Continue only after the checks', async () => {
    const url = await create()
    const headers = {
      ...chunkType,
      'x-auth-token': 'project-b',
      'tus-resumable': '1.0.0',
      'upload-offset': 0,
      expect: '100-continue',
      'content-length': 10,
    }
    const client = request(url, { method: 'PATCH', headers })
    client.on('continue', () => client.destroy(new Error('continued')))
    client.flushHeaders()
    const [response] = await once(client, 'response')
    expect(response.statusCode).toBe(404)
    client.destroy()
  })
})

describe('HEAD, GET and DELETE /uploads/{id}', () => {
  it('HEAD tells offset, length and metadata, and is not cached', async () => {
    const response = await call('HEAD', await create(77))
    const found = ['upload-offset', 'upload-length', 'upload-metadata', 'cache-control', 'tus-resumable'].map((name) =>
      response.headers.get(name),
    )
    expect(found).toEqual(['0', '77', metadata(), 'no-store', '1.0.0'])
  })
  it('GET is refused', async () => expect((await call('GET', await create())).status).toBe(405))
  it('DELETE ends it, even while it is being sent', async () => {
    const url = await create()
    const client = stuckPatch(url, 0, bytes.subarray(0, 70_000), bytes.length)
    await offsetIs(url, 70_000)
    expect((await call('DELETE', url)).status).toBe(204)
    expect((await head(url)).status).toBe(404)
    client.destroy()
  })
})

describe('tus-js-client', () => {
  const send = (options: Partial<ConstructorParameters<typeof Upload>[1]>) =>
    new Promise<void>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint: `${server.url}/uploads`,
        headers: { 'x-auth-token': 'project-a' },
        metadata: { image_id: imageId, filename: 'disk.img' },
        retryDelays: [0, 10, 10],
        ...options,
        onSuccess: () => resolve(),
        onError: reject,
      })
      upload.start()
    })

  it('uploads in one piece', async () => {
    await send({})
    expectActive()
  })
  it('uploads in chunks', async () => {
    await send({ chunkSize: 700_000 })
    expectActive()
  })
  it('goes on by itself when connections break', async () => {
    let broken = 0
    const onBeforeRequest = (outgoing: HttpRequest) => {
      if (outgoing.getMethod() !== 'PATCH' || broken >= 2) return
      broken += 1
      throw new Error('the network is gone')
    }
    await send({ chunkSize: 2_000_000, onBeforeRequest })
    expect(broken).toBe(2)
    expectActive()
  })
})
