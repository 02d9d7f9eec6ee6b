import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { createMemoryStore, registryOf } from '@/testing/memory-store'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'
import { startUploadServer } from '@/testing/upload-server'

const bytes = randomBytes(2 * 1024 * 1024 + 5)
const sha512 = createHash('sha512').update(bytes).digest('hex')
const tus = { 'tus-resumable': '1.0.0' }

function announcement(imageId: string, store?: string) {
  const pairs = Object.entries({ image_id: imageId, ...(store !== undefined && { store }) })
  const metadata = pairs.map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join()
  return { ...tus, 'upload-length': `${bytes.length}`, 'upload-metadata': metadata }
}

const chunk = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }

describe('an upload to a named store', () => {
  let stores: SeveralStores
  beforeAll(async () => {
    stores = await startSeveralStores()
  })
  afterAll(() => stores.stop())

  const queued = async () => (await stores.api.create({ disk_format: 'raw', container_format: 'bare' })).id
  const begin = (id: string, store?: string) => stores.api.call('POST', '/uploads', { headers: announcement(id, store) })

  async function uploaded(id: string, store?: string) {
    const path = new URL((await begin(id, store)).headers.get('location') as string).pathname
    expect(await stores.api.status('PATCH', path, { headers: chunk, body: bytes })).toBe(204)
    return stores.api.show(id)
  }

  it('goes there, by a second name of the same bytes, and nothing stays staged', async () => {
    const id = await queued()
    expect(await uploaded(id, 'slow')).toMatchObject({ status: 'active', stores: 'slow', os_hash_value: sha512 })
    const file = stores.fileOf('slow', id)
    expect([readFileSync(file).equals(bytes), statSync(file).nlink]).toEqual([true, 1])
    expect(readdirSync(join(dirname(stores.fileOf('fast', id)), '.vitrine/uploads'))).toEqual([])
  })
  it('goes to the default store where none is named', async () => {
    expect(await uploaded(await queued())).toMatchObject({ status: 'active', stores: 'fast' })
  })
  it.each([
    ['none', 'There is no store none.'],
    ['web', 'The store web cannot be written.'],
  ])('400 for the store %s', async (store, message) => {
    const response = await begin(await queued(), store)
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(message)])
  })
})

describe('an upload where there is one store', () => {
  let api: ImageApi
  beforeAll(async () => {
    api = await startImageApi()
  })
  afterAll(() => api.stop())

  it('takes no notice of a name, as PUT does', async () => {
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    expect(await api.status('POST', '/uploads', { headers: announcement(id, 'none') })).toBe(201)
  })
})

describe('an upload to a default store that has no files', () => {
  const memory = createMemoryStore()
  const imageId = randomUUID()
  const owner = { 'x-auth-token': 'project-a' }

  it('is copied, also after a failure and a restart, and nothing stays staged', async () => {
    const server = await startUploadServer({ registry: registryOf(memory) })
    try {
      server.images.states.set(imageId, 'queued')
      memory.failures = 1
      const created = await fetch(`${server.url}/uploads`, { method: 'POST', headers: { ...owner, ...announcement(imageId) } })
      const { pathname } = new URL(created.headers.get('location') as string)
      const ask = (init: RequestInit) =>
        fetch(server.url + pathname, { ...init, headers: { ...owner, ...(init.headers as Record<string, string>) } })
      expect((await ask({ method: 'PATCH', headers: chunk, body: bytes })).status).toBe(503)
      expect([server.images.states.get(imageId), memory.objects.size, server.staged().length]).toEqual(['queued', 0, 1])
      await server.restart()
      expect((await ask({ method: 'HEAD', headers: tus })).status).toBe(200)
      expect(memory.objects.get(`memory:${imageId}`)?.equals(bytes)).toBe(true)
      expect(server.images.stored.get(imageId)).toMatchObject({ osHashValue: sha512, location: `memory:${imageId}` })
      expect([server.images.states.get(imageId), server.staged()]).toEqual(['active', []])
    } finally {
      await server.stop()
    }
  })
})
