import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '@/lib/contract/image'
import { openDatabase } from '@/lib/server/db/database'
import { createImageRepository } from '@/lib/server/images/image-repository'
import { recover } from '@/lib/server/recovery'
import type { Caller } from '@/testing/identities'
import { octets } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'

let stores: SeveralStores
beforeAll(async () => {
  stores = await startSeveralStores({ defaults: 'show_multiple_locations = true\nshow_image_direct_url = true' })
})
afterAll(() => stores?.stop())

const formats = { disk_format: 'raw', container_format: 'bare' }
const put = (id: string, store: string) =>
  stores.api.status('PUT', `/v2/images/${id}/file`, { headers: { ...octets, 'x-image-meta-store': store }, body: 'bytes' })
const download = (id: string, query = '') => stores.api.call('GET', `/v2/images/${id}/file${query}`)

/** An image whose bytes are in both file stores, differently, so that it shows which was read. */
async function inBoth(): Promise<ImageView> {
  const image = await stores.api.createActive('fast!', formats)
  writeFileSync(stores.fileOf('slow', image.id), 'slow!')
  const database = openDatabase(stores.api.server.services.config.database.connection)
  const url = `file://${stores.fileOf('slow', image.id)}`
  await createImageRepository(database).addLocation({ id: image.id, onlyIn: ['active'] }, { url, metadata: { store: 'slow' } })
  await database.db.destroy()
  return stores.api.show(image.id)
}

describe('PUT /v2/images/{id}/file among several stores', () => {
  it('204 into the default store', async () => {
    const image = await stores.api.createActive('bytes', formats)
    expect(image).toMatchObject({ stores: 'fast', direct_url: `file://${stores.fileOf('fast', image.id)}` })
    expect(image.locations).toEqual([{ url: image.direct_url, metadata: { store: 'fast' } }])
  })
  it('204 into the store that is named', async () => {
    const { id } = await stores.api.create(formats)
    expect(await put(id, 'slow')).toBe(204)
    expect((await stores.api.show(id)).stores).toBe('slow')
    expect(existsSync(stores.fileOf('slow', id))).toBe(true)
  })
  it('400 for a store that there is not', async () => {
    const { id } = await stores.api.create(formats)
    expect(await put(id, 'none')).toBe(400)
    expect((await stores.api.show(id)).status).toBe('queued')
  })
  it('410 for a store that can only be read, and the image is queued', async () => {
    const { id } = await stores.api.create(formats)
    expect(await put(id, 'web')).toBe(410)
    expect((await stores.api.show(id)).status).toBe('queued')
    expect(await put(id, 'fast')).toBe(204)
  })
})

describe('GET /v2/images/{id}/file among several stores', () => {
  it('200 from the store of most weight', async () => expect(await (await download((await inBoth()).id)).text()).toBe('fast!'))
  it('200 from the store that is preferred', async () => {
    const { id } = await inBoth()
    expect(await (await download(id, '?prefer=web,slow')).text()).toBe('slow!')
  })
  it('200 from the next store where the first has lost the bytes', async () => {
    const { id } = await inBoth()
    rmSync(stores.fileOf('fast', id))
    expect(await (await download(id)).text()).toBe('slow!')
  })
  it('204 where all have lost them', async () => {
    const { id } = await inBoth()
    rmSync(stores.fileOf('fast', id))
    rmSync(stores.fileOf('slow', id))
    expect((await download(id)).status).toBe(204)
  })
  it('400 for a preferred store that there is not', async () => {
    expect((await download((await inBoth()).id, '?prefer=slow,none')).status).toBe(400)
  })
})

describe('DELETE /v2/stores/{store}/{image}', () => {
  const remove = (id: string, store: string, as: Caller | null = 'admin') =>
    stores.api.status('DELETE', `/v2/stores/${store}/${id}`, { as })

  it('204, and the other copies stay', async () => {
    const { id } = await inBoth()
    expect(await remove(id, 'fast')).toBe(204)
    expect(existsSync(stores.fileOf('fast', id))).toBe(false)
    expect((await stores.api.show(id)).stores).toBe('slow')
    expect(await (await download(id)).text()).toBe('slow!')
  })
  it('401 without a token', async () => expect(await remove('x', 'fast', null)).toBe(401))
  it('403 for the only copy', async () => {
    expect(await remove((await stores.api.createActive('x', formats)).id, 'fast')).toBe(403)
  })
  it('403 for an owner', async () => expect(await remove((await inBoth()).id, 'fast', 'member')).toBe(403))
  it('404 for an unknown image', async () => expect(await remove('nothing', 'fast')).toBe(404))
  it('404 for who cannot see it', async () => expect(await remove((await inBoth()).id, 'fast', 'stranger')).toBe(404))
  it('403 for a store that is not the one with the only copy', async () => {
    expect(await remove((await stores.api.createActive('x', formats)).id, 'slow')).toBe(403)
  })
  it('404 for an image that is not in the store', async () => expect(await remove((await inBoth()).id, 'web')).toBe(404))
  it('405 for other methods', async () => {
    const response = await stores.api.call('GET', '/v2/stores/fast/x')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'DELETE'])
  })
  it('409 for a store that there is not', async () => expect(await remove((await inBoth()).id, 'none')).toBe(409))
  it('409 for an image without data', async () => expect(await remove((await stores.api.create()).id, 'fast')).toBe(409))
})

describe('DELETE /v2/images/{id} among several stores', () => {
  it('204, and every copy is gone', async () => {
    const { id } = await inBoth()
    expect(await stores.api.status('DELETE', `/v2/images/${id}`)).toBe(204)
    expect([existsSync(stores.fileOf('fast', id)), existsSync(stores.fileOf('slow', id))]).toEqual([false, false])
  })
})

describe('the start among several stores', () => {
  it('removes a copy that no image knows, and no other', async () => {
    const known = await inBoth()
    const halfCopied = await stores.api.createActive('x', formats)
    writeFileSync(stores.fileOf('slow', halfCopied.id), 'half')
    const { images, uploads, stores: registry, log } = stores.api.server.services
    await recover({ images, uploads, stores: registry, log })
    expect(existsSync(stores.fileOf('slow', halfCopied.id))).toBe(false)
    expect(existsSync(stores.fileOf('fast', halfCopied.id))).toBe(true)
    expect(existsSync(stores.fileOf('slow', known.id))).toBe(true)
  })
})
