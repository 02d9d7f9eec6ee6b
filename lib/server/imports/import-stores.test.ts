import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ImportApi, progressOf, startImportApi } from '@/testing/import-api'

const bytes = randomBytes(2 * 1024 * 1024 + 3)

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi({
    DEFAULT: ['enabled_backends = fast:file, cheap:file, far:file, web:http'],
    glance_store: ['default_backend = fast'],
    fast: ['filesystem_store_datadir = $folder/fast'],
    cheap: ['filesystem_store_datadir = $folder/cheap'],
    far: ['filesystem_store_datadir = $folder/far'],
    os_glance_staging_store: ['filesystem_store_datadir = $folder/staging'],
  })
})
afterAll(() => api?.stop())
afterEach(mend)

const formats = { disk_format: 'raw', container_format: 'bare' }
const direct = { method: { name: 'glance-direct' } }
const copy = { method: { name: 'copy-image' } }
const objectIn = (store: string, id: string) => join(api.folder, store, id)
const holders = (id: string) => ['fast', 'cheap', 'far'].filter((store) => existsSync(objectIn(store, id)))

/** Makes a store fail at its first byte: nothing can be made in its folder of unfinished objects. */
function damage(store: string) {
  const incoming = join(api.folder, store, '.vitrine/incoming')
  rmSync(incoming, { recursive: true })
  writeFileSync(incoming, '')
}

function mend() {
  for (const store of ['fast', 'cheap', 'far']) {
    const incoming = join(api.folder, store, '.vitrine/incoming')
    rmSync(incoming, { recursive: true })
    mkdirSync(incoming)
  }
}

async function staged(): Promise<string> {
  const { id } = await api.create(formats)
  expect((await api.stage(id, bytes)).status).toBe(204)
  return id
}

async function imported(body: Record<string, unknown>): Promise<string> {
  const id = await staged()
  expect((await api.import(id, { ...direct, ...body })).status).toBe(202)
  await api.settled(id)
  return id
}

describe('to several stores', () => {
  it('the default one unless said otherwise', async () => expect((await api.show(await imported({}))).stores).toBe('fast'))
  it('those that are named', async () => {
    const id = await imported({ stores: ['cheap', 'far'] })
    const image = await api.show(id)
    expect(image).toMatchObject({ status: 'active', stores: 'cheap,far', size: bytes.length })
    expect(image.os_hash_value).toBe(createHash('sha512').update(bytes).digest('hex'))
    expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: '' })
    expect(readFileSync(objectIn('far', id)).equals(bytes)).toBe(true)
  })
  it('all that can be written', async () =>
    expect((await api.show(await imported({ all_stores: true }))).stores).toBe('fast,cheap,far'))
  it('the one of the header', async () => {
    const id = await staged()
    expect((await api.import(id, direct, 'member', { 'x-image-meta-store': 'cheap' })).status).toBe(202)
    await api.settled(id)
    expect((await api.show(id)).stores).toBe('cheap')
  })
  it('nothing stays staged', async () => {
    await imported({ all_stores: true })
    expect(readdirSync(join(api.folder, 'staging')).filter((name) => name !== '.incoming')).toEqual([])
  })
})

describe('when a store fails', () => {
  it('everything is taken back: queued, no copy, the store is named', async () => {
    damage('far')
    const id = await imported({ stores: ['fast', 'far'] })
    const image = await api.show(id)
    expect(image).toMatchObject({ status: 'queued', size: null, checksum: null, os_hash_value: null })
    expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: 'far' })
    expect(holders(id)).toEqual([])
    expect(await api.settled(id)).toMatchObject([{ status: 'failure', message: expect.stringMatching(/store/) }])
  })
  it('and another attempt succeeds afterwards', async () => {
    damage('far')
    const id = await imported({ stores: ['far'] })
    mend()
    expect((await api.stage(id, bytes)).status).toBe(204)
    expect((await api.import(id, { ...direct, stores: ['far'] })).status).toBe(202)
    await api.settled(id)
    expect(await api.show(id)).toMatchObject({ status: 'active', stores: 'far' })
  })
  it('the others keep their copies where not all must succeed', async () => {
    damage('fast')
    const id = await imported({ all_stores: true, all_stores_must_succeed: false })
    const image = await api.show(id)
    expect(image).toMatchObject({ status: 'active', stores: 'cheap,far' })
    expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: 'fast' })
  })
  it('it is queued again where none could be reached', async () => {
    for (const store of ['fast', 'cheap', 'far']) damage(store)
    const id = await imported({ all_stores: true, all_stores_must_succeed: false })
    expect(await api.show(id)).toMatchObject({ status: 'queued', os_glance_failed_import: 'fast,cheap,far' })
  })
})

describe('copy-image', () => {
  const original = () => imported({})
  async function copied(id: string, body: Record<string, unknown>): Promise<void> {
    expect((await api.import(id, { ...copy, ...body }, 'admin')).status).toBe(202)
    await api.settled(id)
  }

  it('brings the data to another store, and the image stays active', async () => {
    const id = await original()
    await copied(id, { stores: ['cheap'] })
    expect(await api.show(id)).toMatchObject({ status: 'active', stores: 'fast,cheap' })
    expect(readFileSync(objectIn('cheap', id)).equals(bytes)).toBe(true)
  })
  it('brings them to all stores that lack them', async () => {
    const id = await original()
    await copied(id, { all_stores: true })
    expect((await api.show(id)).stores).toBe('fast,cheap,far')
  })
  it('has nothing to do where no store lacks them', async () => {
    const id = await imported({ all_stores: true })
    expect((await api.import(id, { ...copy, all_stores: true }, 'admin')).status).toBe(202)
    expect(await api.settled(id)).toHaveLength(1)
  })
  it('leaves the image active and without new copies when a store fails', async () => {
    const id = await original()
    damage('far')
    await copied(id, { stores: ['cheap', 'far'] })
    expect(await api.show(id)).toMatchObject({ status: 'active', stores: 'fast', os_glance_failed_import: 'far' })
    expect(holders(id)).toEqual(['fast'])
  })
  it('does not spread data that have changed', async () => {
    const id = await original()
    chmodSync(objectIn('fast', id), 0o600)
    writeFileSync(objectIn('fast', id), randomBytes(bytes.length))
    await copied(id, { stores: ['cheap'] })
    expect((await api.settled(id)).at(-1)).toMatchObject({ status: 'failure', message: expect.stringContaining('not those') })
    expect(holders(id)).toEqual(['fast'])
  })
  it('400 to a store that has a copy', async () =>
    expect((await api.import(await original(), { ...copy, stores: ['fast'] }, 'admin')).status).toBe(400))
  it('403 for the owner', async () =>
    expect((await api.import(await original(), { ...copy, stores: ['cheap'] })).status).toBe(403))
  it('409 for an image without data', async () =>
    expect((await api.import((await api.create(formats)).id, { ...copy, stores: ['cheap'] }, 'admin')).status).toBe(409))
})

describe('what excludes each other', () => {
  const status = async (body: Record<string, unknown>, headers = {}) =>
    (await api.import(await staged(), { ...direct, ...body }, 'member', headers)).status
  const header = { 'x-image-meta-store': 'cheap' }
  it('400 for all_stores and stores', async () => expect(await status({ all_stores: true, stores: ['fast'] })).toBe(400))
  it('400 for all_stores and the header', async () => expect(await status({ all_stores: true }, header)).toBe(400))
  it('400 for stores and the header', async () => expect(await status({ stores: ['fast'] }, header)).toBe(400))
  it('409 for an unknown store', async () => expect(await status({ stores: ['moon'] })).toBe(409))
  it('409 for one that cannot be written', async () => expect(await status({ stores: ['web'] })).toBe(409))
})
