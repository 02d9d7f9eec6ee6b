import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptTestIdentities, type Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'

describe('several stores', () => {
  let stores: SeveralStores
  beforeAll(async () => {
    stores = await startSeveralStores()
  })
  afterAll(() => stores?.stop())
  const get = async (path: string, as: Caller = 'member') => (await stores.api.call('GET', path, { as })).json()

  it('200 with the stores in the order of the configuration', async () => {
    expect(await get('/v2/info/stores')).toEqual({
      stores: [{ id: 'fast', description: 'Fast disks', default: 'true' }, { id: 'slow' }, { id: 'web', 'read-only': 'true' }],
    })
  })
  it('200 with details for administrators', async () => {
    expect(await get('/v2/info/stores/detail', 'admin')).toMatchObject({
      stores: [
        {
          id: 'fast',
          type: 'file',
          weight: 10,
          properties: { data_dir: expect.any(String), chunk_size: 65536, thin_provisioning: false },
        },
        { id: 'slow', type: 'file', weight: 0 },
        { id: 'web', type: 'http', properties: {} },
      ],
    })
  })
  it('401 without a token', async () => {
    expect(await stores.api.status('GET', '/v2/info/stores', { as: null })).toBe(401)
    expect(await stores.api.status('GET', '/v2/info/stores/detail', { as: null })).toBe(401)
  })
  it('403 for details without the role', async () => {
    expect(await stores.api.status('GET', '/v2/info/stores/detail')).toBe(403)
  })
  it('405 for other methods', async () => {
    const response = await stores.api.call('POST', '/v2/info/stores')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  })
  it('announces the versions that several stores make, the newest first', async () => {
    const { versions } = await (await stores.api.call('GET', '/versions')).json()
    expect(versions.map(({ id }: { id: string }) => id).slice(0, 10)).toEqual(
      ['2.17', '2.15', '2.13', '2.12', '2.11', '2.10', '2.9', '2.8', '2.7', '2.6'].map((id) => `v${id}`),
    )
    expect(await stores.api.status('GET', '/v2.13/info/stores')).toBe(200)
  })
  it('names them to whoever creates an image', async () => {
    const response = await stores.api.call('POST', '/v2/images', { body: {} })
    expect(response.headers.get('openstack-image-store-ids')).toBe('fast,slow,web')
  })
})

describe('one store', () => {
  let api: ImageApi
  beforeAll(async () => {
    api = await startImageApi()
    acceptTestIdentities()
  })
  afterAll(() => api?.stop())

  it('404', async () => {
    expect(await api.status('GET', '/v2/info/stores')).toBe(404)
    expect(await api.status('GET', '/v2/info/stores/detail', { as: 'admin' })).toBe(404)
  })
  it('403 for details without the role', async () => expect(await api.status('GET', '/v2/info/stores/detail')).toBe(403))
  it('300 for a version that several stores make', async () => expect(await api.status('GET', '/v2.13/images')).toBe(300))
  it('says nothing of stores', async () => {
    const response = await api.call('POST', '/v2/images', { body: {} })
    expect(response.headers.has('openstack-image-store-ids')).toBe(false)
    const image = await api.createActive('x')
    expect(image).not.toHaveProperty('stores')
    expect(await api.status('DELETE', `/v2/stores/file/${image.id}`, { as: 'admin' })).toBe(404)
  })
})
