import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startUploadServer, type UploadServer } from '@/testing/upload-server'

const bytes = randomBytes(2 * 1024 * 1024 + 7)

let server: UploadServer
let imageId: string

beforeEach(async () => {
  server = await startUploadServer()
  imageId = randomUUID()
  server.images.states.set(imageId, 'queued')
})
afterEach(() => server.stop())

const objectFile = () => join(server.folder, 'images', imageId)
const stagedFile = (url: string) => join(server.stores.uploadsFolder, url.split('/').at(-1) as string)

function call(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) {
  const all = { 'x-auth-token': 'project-a', 'tus-resumable': '1.0.0', ...headers }
  return fetch(new URL(path, server.url), { method, headers: all, ...(body && { body }) })
}

/** An upload of which `received` bytes have come. */
async function begin(received: number): Promise<string> {
  const metadata = `image_id ${Buffer.from(imageId).toString('base64')}`
  const created = await call('POST', '/uploads', { 'upload-length': `${bytes.length}`, 'upload-metadata': metadata })
  const path = new URL(created.headers.get('location') ?? '').pathname
  writeFileSync(stagedFile(path), bytes.subarray(0, received))
  return path
}

async function expectActive(path: string) {
  const response = await call('HEAD', path)
  expect([response.status, response.headers.get('upload-offset')]).toEqual([200, `${bytes.length}`])
  expect(server.images.states.get(imageId)).toBe('active')
  expect(server.images.stored.get(imageId)?.osHashValue).toBe(createHash('sha512').update(bytes).digest('hex'))
  expect(readFileSync(objectFile()).equals(bytes)).toBe(true)
  expect(statSync(objectFile()).nlink).toBe(1)
  expect(server.staged()).toEqual([])
}

describe('a server that was killed during PUT', () => {
  it('while bytes arrived: the partial file is gone, the image is queued', async () => {
    server.images.states.set(imageId, 'saving')
    const partial = join(server.folder, 'images/.vitrine/incoming', `${imageId}.x`)
    writeFileSync(partial, bytes)
    await server.restart()
    expect([existsSync(partial), server.images.states.get(imageId)]).toEqual([false, 'queued'])
  })

  it('between storing and activating: the orphan is gone, the image is queued', async () => {
    server.images.states.set(imageId, 'saving')
    writeFileSync(objectFile(), bytes)
    await server.restart()
    expect([existsSync(objectFile()), server.images.states.get(imageId)]).toEqual([false, 'queued'])
  })
})

describe('a server that was killed during a tus upload', () => {
  it('while bytes arrived: it goes on where it was', async () => {
    const path = await begin(1_000_000)
    await server.restart()
    expect((await call('HEAD', path)).headers.get('upload-offset')).toBe('1000000')
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '1000000' }
    expect((await call('PATCH', path, headers, bytes.subarray(1_000_000))).status).toBe(204)
    await expectActive(path)
  })

  it('after the last byte: it is finished', async () => {
    const path = await begin(bytes.length)
    await server.restart()
    await expectActive(path)
  })

  it('between linking the object and activating: it is finished', async () => {
    const path = await begin(bytes.length)
    server.images.states.set(imageId, 'saving')
    linkSync(stagedFile(path), objectFile())
    await server.restart()
    await expectActive(path)
  })

  it('between linking and naming the object: it is finished', async () => {
    const path = await begin(bytes.length)
    server.images.states.set(imageId, 'saving')
    linkSync(stagedFile(path), join(server.folder, 'images/.vitrine/incoming', `${imageId}.x`))
    await server.restart()
    await expectActive(path)
  })

  it('between activating and forgetting the upload: the staged name is gone, the data stays', async () => {
    const path = await begin(bytes.length)
    linkSync(stagedFile(path), objectFile())
    server.images.states.set(imageId, 'active')
    await server.restart()
    await expect.poll(() => server.staged()).toEqual([])
    expect(readFileSync(objectFile()).equals(bytes)).toBe(true)
  })

  it('between creating the record and the file, or the other way round: nothing stays', async () => {
    const path = await begin(0)
    renameSync(stagedFile(path), join(server.stores.uploadsFolder, randomUUID()))
    await server.restart()
    expect(server.staged()).toEqual([])
    expect((await call('HEAD', path)).status).toBe(404)
  })
})

it('keeps files that no image knows, and what is not named like an image', async () => {
  const names = [randomUUID(), 'README', 'lost+found'].map((name) => join(server.folder, 'images', name))
  for (const name of names) writeFileSync(name, 'anybody’s')
  await server.restart()
  expect(names.every((name) => existsSync(name))).toBe(true)
})

it('keeps the data of active images', async () => {
  server.images.states.set(imageId, 'active')
  writeFileSync(objectFile(), bytes)
  await server.restart()
  expect(existsSync(objectFile())).toBe(true)
})
