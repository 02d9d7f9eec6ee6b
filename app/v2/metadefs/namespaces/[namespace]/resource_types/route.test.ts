import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import { type MetadefApi, startMetadefApi } from '@/testing/metadef-api'

let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  await api.createNamespace({ namespace: 'N', visibility: 'public' })
  await api.createNamespace({ namespace: 'Hidden' })
  await api.createNamespace({
    namespace: 'Safe',
    protected: true,
    visibility: 'public',
    resource_type_associations: [{ name: 'T' }],
  })
})
afterAll(() => api?.stop())

const types = (method: string, as: Caller | null = 'admin', body?: unknown, namespace = 'N') =>
  api.status(method, `/namespaces/${namespace}/resource_types`, { as, body })
const remove = (name: string, as: Caller | null = 'admin', namespace = 'N') =>
  api.status('DELETE', `/namespaces/${namespace}/resource_types/${name}`, { as })
const all = (as: Caller | null, method = 'GET') => api.status(method, '/resource_types', { as })

describe('GET /v2/metadefs/resource_types', () => {
  it('200 with every type that was named', async () => {
    const { resource_types } = await api.read('/resource_types')
    expect(resource_types).toContainEqual({ name: 'T', created_at: expect.any(String), updated_at: expect.any(String) })
  })
  it('401 without a token', async () => expect(await all(null)).toBe(401))
  it('403 without a role', async () => expect(await all('roleless')).toBe(403))
  it('405 for other methods', async () => expect(await all('admin', 'POST')).toBe(405))
})

describe('/v2/metadefs/namespaces/{ns}/resource_types', () => {
  it('201 associates, also with a type that nobody named before', async () => {
    const body = { name: 'OS::New', prefix: 'p_', properties_target: 'metadata' }
    const response = await api.call('POST', '/namespaces/N/resource_types', { as: 'admin', body })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ ...body, created_at: expect.any(String), updated_at: expect.any(String) })
    const { resource_type_associations } = await api.read('/namespaces/N/resource_types')
    expect(resource_type_associations).toMatchObject([body])
    expect((await api.read('/resource_types')).resource_types).toContainEqual(expect.objectContaining({ name: 'OS::New' }))
  })
  it('400 without a name, for 81 characters, and for an unknown key', async () => {
    for (const body of [{}, { name: 'x'.repeat(81) }, { name: 'x', prefix: 'x'.repeat(81) }, { name: 'x', nope: 1 }])
      expect(await types('POST', 'admin', body)).toBe(400)
  })
  it('401 without a token', async () =>
    expect([await types('GET', null), await types('POST', null, { name: 'x' })]).toEqual([401, 401]))
  it('403 for who may not', async () => {
    expect(await types('GET', 'roleless')).toBe(403)
    expect(await types('POST', 'member', { name: 'x' })).toBe(403)
    expect(await types('POST', 'admin', { name: 'x', created_at: 'x' })).toBe(403)
  })
  it('404 for who cannot see the namespace', async () => {
    expect(await types('GET', 'member', undefined, 'Hidden')).toBe(404)
    expect(await types('POST', 'member', { name: 'x' }, 'Hidden')).toBe(404)
  })
  it('405 for other methods', async () => expect(await types('DELETE')).toBe(405))
  it('409 for a second association', async () => {
    expect(await types('POST', 'admin', { name: 'Twice' })).toBe(201)
    expect(await types('POST', 'admin', { name: 'Twice' })).toBe(409)
  })
})

describe('DELETE /v2/metadefs/namespaces/{ns}/resource_types/{name}', () => {
  it('204, and the type stays known', async () => {
    await types('POST', 'admin', { name: 'Going' })
    expect(await remove('Going')).toBe(204)
    expect((await api.read('/namespaces/N/resource_types')).resource_type_associations).not.toContainEqual(
      expect.objectContaining({ name: 'Going' }),
    )
    expect((await api.read('/resource_types')).resource_types).toContainEqual(expect.objectContaining({ name: 'Going' }))
  })
  it('401 without a token', async () => expect(await remove('T', null)).toBe(401))
  it('403 for who is no administrator', async () => expect(await remove('T', 'member')).toBe(403))
  it('403 in a protected namespace', async () => expect(await remove('T', 'admin', 'Safe')).toBe(403))
  it('404 for a type that is not associated', async () => expect(await remove('nope')).toBe(404))
  it('405 for other methods', async () =>
    expect(await api.status('GET', '/namespaces/N/resource_types/T', { as: 'admin' })).toBe(405))
})
