import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoreOverviewListView } from '@/lib/contract/store-overview'
import { startImageApi } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'

describe('GET /api/stores', () => {
  let stores: SeveralStores
  beforeAll(async () => {
    stores = await startSeveralStores()
  })
  afterAll(() => stores?.stop())
  const get = async () => (await (await stores.api.call('GET', '/api/stores', { as: 'admin' })).json()) as StoreOverviewListView

  it('200 with room, and what each store holds', async () => {
    await stores.api.createActive('four')
    const { id } = await stores.api.create({ disk_format: 'raw', container_format: 'bare' })
    const headers = { 'content-type': 'application/octet-stream', 'x-image-meta-store': 'slow' }
    await stores.api.call('PUT', `/v2/images/${id}/file`, { headers, body: 'sixsix' })
    const before = Date.now()
    const { stores: found, several, elsewhere, counted_at } = await get()
    expect(Date.parse(counted_at)).toBeGreaterThanOrEqual(before)
    expect(several).toBe(true)
    expect(elsewhere).toEqual({ images: 0, bytes: 0 })
    const [fast, slow, web] = found
    expect(fast).toMatchObject({
      id: 'fast',
      type: 'file',
      description: 'Fast disks',
      default: true,
      weight: 10,
      read_only: false,
    })
    expect(fast).toMatchObject({ reachable: true, problem: null, images: 1, bytes: 4 })
    expect(fast?.capacity?.total).toBeGreaterThan(fast?.capacity?.free ?? Number.POSITIVE_INFINITY)
    expect(slow).toMatchObject({ id: 'slow', default: false, description: null, images: 1, bytes: 6 })
    expect(web).toMatchObject({ id: 'web', read_only: true, reachable: null, capacity: null, images: 0, bytes: 0 })
  })
  it('says of a store whose folder is gone that it does not work', async () => {
    rmSync(dirname(stores.fileOf('slow', 'x')), { recursive: true })
    const [fast, slow] = (await get()).stores
    expect(fast?.reachable).toBe(true)
    expect(slow).toMatchObject({ reachable: false, capacity: null, problem: expect.stringContaining('is not there') })
  })
  it('401 without a token', async () => expect(await stores.api.status('GET', '/api/stores', { as: null })).toBe(401))
  it('403 without the role', async () => expect(await stores.api.status('GET', '/api/stores')).toBe(403))
})

describe('GET /api/stores of one store', () => {
  it('200 too, although there is nothing to choose', async () => {
    const api = await startImageApi()
    await api.createActive('four')
    const answer = (await (await api.call('GET', '/api/stores', { as: 'admin' })).json()) as StoreOverviewListView
    const [file, http] = answer.stores
    expect(answer.several).toBe(false)
    expect(file).toMatchObject({ id: 'file', default: true, reachable: true, images: 1, bytes: 4 })
    expect(http).toMatchObject({ id: 'http', read_only: true, images: 0 })
    await api.stop()
  })
})
