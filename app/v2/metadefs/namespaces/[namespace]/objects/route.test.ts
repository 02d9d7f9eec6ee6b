import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MetadefApi, partRequests, startMetadefApi } from '@/testing/metadef-api'

const objects = [{ name: 'kept' }, { name: 'other' }]
let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  await api.createNamespace({ namespace: 'N', visibility: 'public', objects })
  await api.createNamespace({ namespace: 'Hidden', objects })
  await api.createNamespace({ namespace: 'Safe', protected: true, visibility: 'public', objects })
})
afterAll(() => api?.stop())

const { all, one } = partRequests(() => api, 'objects')

const full = {
  name: 'full',
  description: 'd',
  required: ['a', 'b'],
  properties: { a: { title: 'A', type: 'string' }, b: { title: 'B', type: 'integer', minimum: 1 } },
}

describe('GET /v2/metadefs/namespaces/{ns}/objects', () => {
  it('200 with all of them, whatever the page', async () => {
    const { objects: listed, schema } = await api.read('/namespaces/N/objects?limit=1&marker=kept')
    expect(schema).toBe('v2/schemas/metadefs/objects')
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['kept', 'other'])
  })
  it.each(['limit=0', 'limit=-1', 'limit=x'])('400 for %s', async (query) => {
    expect(await api.status('GET', `/namespaces/N/objects?${query}`)).toBe(400)
  })
  it('401 without a token', async () => expect(await all('GET', { as: null })).toBe(401))
  it('403 without a role', async () => expect(await all('GET', { as: 'roleless' })).toBe(403))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('GET', { as: 'member', namespace: 'Hidden' })).toBe(404))
  it('405 for other methods', async () => expect(await all('PUT')).toBe(405))
})

describe('POST /v2/metadefs/namespaces/{ns}/objects', () => {
  it('201 with times and links', async () => {
    const response = await api.call('POST', '/namespaces/N/objects', { as: 'admin', body: full })
    expect(response.status).toBe(201)
    const expected = {
      ...full,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      self: '/v2/metadefs/namespaces/N/objects/full',
      schema: '/v2/schemas/metadefs/object',
    }
    expect(await response.json()).toEqual(expected)
    expect(await api.read('/namespaces/N/objects/full')).toEqual(expected)
  })
  it.each([
    ['no name', {}],
    ['81 characters', { name: 'x'.repeat(81) }],
    ['a property without a type', { name: 'x', properties: { p: { title: 'P' } } }],
    ['a text as required', { name: 'x', required: 'a' }],
    ['a repeated required', { name: 'x', required: ['a', 'a'] }],
    ['an unknown key', { name: 'x', nope: 1 }],
  ])('400 for %s', async (_, body) => expect(await all('POST', { body })).toBe(400))
  it('401 without a token', async () => expect(await all('POST', { as: null, body: { name: 'x' } })).toBe(401))
  it('403 for who is no administrator', async () => expect(await all('POST', { as: 'member', body: { name: 'x' } })).toBe(403))
  it('403 for what only the service writes', async () => expect(await all('POST', { body: { name: 'x', self: 'x' } })).toBe(403))
  it('404 for a namespace that is not there', async () =>
    expect(await all('POST', { namespace: 'nope', body: { name: 'x' } })).toBe(404))
  it('409 for a name that is taken', async () => expect(await all('POST', { body: { name: 'kept' } })).toBe(409))
})

describe('/v2/metadefs/namespaces/{ns}/objects/{o}', () => {
  it('200 replaces it, and renames', async () => {
    await all('POST', { body: { ...full, name: 'old' } })
    const response = await api.call('PUT', '/namespaces/N/objects/old', { as: 'admin', body: { name: 'new' } })
    expect(response.status).toBe(200)
    expect(Object.keys((await response.json()) as object).toSorted()).toEqual([
      'created_at',
      'name',
      'schema',
      'self',
      'updated_at',
    ])
    expect(await one('GET', 'old')).toBe(404)
    expect(await api.read('/namespaces/N/objects/new')).toMatchObject({ required: [], properties: {} })
  })
  it('200 says what was written, and nothing else', async () => {
    const response = await api.call('PUT', '/namespaces/N/objects/kept', { as: 'admin', body: { name: 'kept', required: [] } })
    const changed = (await response.json()) as object
    expect(changed).toMatchObject({ required: [] })
    expect(changed).not.toHaveProperty('properties')
  })
  it('204 deletes it', async () => {
    await all('POST', { body: { name: 'going' } })
    expect(await one('DELETE', 'going')).toBe(204)
    expect(await one('GET', 'going')).toBe(404)
  })
  it('400 without a name', async () => expect(await one('PUT', 'kept', { body: {} })).toBe(400))
  it.each(['GET', 'PUT', 'DELETE'])('401 for %s without a token', async (method) => {
    expect(await one(method, 'kept', { as: null })).toBe(401)
  })
  it('403 for who may not', async () => {
    expect(await one('GET', 'kept', { as: 'roleless' })).toBe(403)
    expect(await one('PUT', 'kept', { as: 'member', body: { name: 'kept' } })).toBe(403)
    expect(await one('DELETE', 'kept', { as: 'member' })).toBe(403)
  })
  it('403 to delete in a protected namespace, which may change and grow', async () => {
    expect(await one('DELETE', 'kept', { namespace: 'Safe' })).toBe(403)
    expect(await one('PUT', 'kept', { namespace: 'Safe', body: { name: 'kept' } })).toBe(200)
    expect(await all('POST', { namespace: 'Safe', body: { name: 'more' } })).toBe(201)
  })
  it('404 for an unknown one', async () => {
    expect(await one('GET', 'nope')).toBe(404)
    expect(await one('PUT', 'nope', { body: { name: 'nope' } })).toBe(404)
    expect(await one('DELETE', 'nope')).toBe(404)
  })
  it('405 for other methods', async () => expect(await one('POST', 'kept')).toBe(405))
  it('409 for a name that is taken', async () => expect(await one('PUT', 'other', { body: { name: 'kept' } })).toBe(409))
})

describe('DELETE /v2/metadefs/namespaces/{ns}/objects', () => {
  it('204 leaves none', async () => {
    await api.createNamespace({ namespace: 'Emptied', objects })
    expect(await all('DELETE', { namespace: 'Emptied' })).toBe(204)
    expect((await api.read('/namespaces/Emptied/objects', { as: 'admin' })).objects).toEqual([])
  })
  it('401 without a token', async () => expect(await all('DELETE', { as: null })).toBe(401))
  it('403 for who is no administrator', async () => expect(await all('DELETE', { as: 'member' })).toBe(403))
  it('403 in a protected namespace', async () => expect(await all('DELETE', { namespace: 'Safe' })).toBe(403))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('DELETE', { as: 'member', namespace: 'Hidden' })).toBe(404))
})
