import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MetadefApi, partRequests, startMetadefApi } from '@/testing/metadef-api'

const tags = (...names: string[]) => ({ tags: names.map((name) => ({ name })) })
let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  await api.createNamespace({ namespace: 'N', visibility: 'public' })
  await api.createNamespace({ namespace: 'Hidden', ...tags('a') })
  await api.createNamespace({ namespace: 'Safe', protected: true, visibility: 'public', ...tags('a') })
})
beforeEach(async () => {
  await all('POST', { body: tags('a', 'b', 'c') })
})
afterAll(() => api?.stop())

const { all, one } = partRequests(() => api, 'tags')
const names = async (query = '') =>
  ((await api.read(`/namespaces/N/tags${query}`)) as ReturnType<typeof tags>).tags.map(({ name }) => name)
const append = { 'x-openstack-append': 'True' }

describe('GET /v2/metadefs/namespaces/{ns}/tags', () => {
  it('200 newest first, and only names', async () => expect(await api.read('/namespaces/N/tags')).toEqual(tags('c', 'b', 'a')))
  it('200 in the same order within the namespace', async () =>
    expect(await api.read('/namespaces/N')).toMatchObject(tags('c', 'b', 'a')))
  it('200 sorted and page by page', async () => {
    expect(await names('?sort_key=name&sort_dir=asc')).toEqual(['a', 'b', 'c'])
    expect(await names('?limit=2')).toEqual(['c', 'b'])
    expect(await names('?limit=2&marker=b')).toEqual(['a'])
  })
  it.each(['limit=x', 'limit=-1', 'sort_key=nope', 'sort_dir=up'])('400 for %s', async (query) => {
    expect(await api.status('GET', `/namespaces/N/tags?${query}`)).toBe(400)
  })
  it('401 without a token', async () => expect(await all('GET', { as: null })).toBe(401))
  it('403 without a role', async () => expect(await all('GET', { as: 'roleless' })).toBe(403))
  it('404 for an unknown marker', async () => expect(await api.status('GET', '/namespaces/N/tags?marker=nope')).toBe(404))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('GET', { as: 'member', namespace: 'Hidden' })).toBe(404))
  it('405 for other methods', async () => expect(await all('PUT')).toBe(405))
})

describe('POST /v2/metadefs/namespaces/{ns}/tags', () => {
  it('201 puts these in the place of all others', async () => {
    const response = await api.call('POST', '/namespaces/N/tags', { as: 'admin', body: tags('x', 'a') })
    expect([response.status, await response.json()]).toEqual([201, tags('x', 'a')])
    expect(await names()).toEqual(['a', 'x'])
  })
  it('201 appends on demand', async () => {
    expect(await all('POST', { headers: append, body: tags('x') })).toBe(201)
    expect(await names()).toEqual(['x', 'c', 'b', 'a'])
  })
  it('400 without a name or a list', async () => {
    for (const body of [{}, { tags: [{}] }, { tags: 'a' }]) expect(await all('POST', { body })).toBe(400)
  })
  it('401 without a token', async () => expect(await all('POST', { as: null, body: tags('x') })).toBe(401))
  it('403 for who is no administrator', async () => expect(await all('POST', { as: 'member', body: tags('x') })).toBe(403))
  it('404 for a namespace that is not there', async () =>
    expect(await all('POST', { namespace: 'nope', body: tags('x') })).toBe(404))
  it('409 for a repeated one, and nothing changes', async () => {
    expect(await all('POST', { body: tags('x', 'x') })).toBe(409)
    expect(await all('POST', { headers: append, body: tags('x', 'a') })).toBe(409)
    expect(await names()).toEqual(['c', 'b', 'a'])
  })
})

describe('/v2/metadefs/namespaces/{ns}/tags/{tag}', () => {
  it('201 makes it by its path', async () => {
    const response = await api.call('POST', '/namespaces/N/tags/new', { as: 'admin' })
    const expected = { name: 'new', created_at: expect.any(String), updated_at: expect.any(String) }
    expect([response.status, await response.json()]).toEqual([201, expected])
    expect(await api.read('/namespaces/N/tags/new')).toEqual(expected)
  })
  it('200 renames it', async () => {
    expect(await one('PUT', 'a', { body: { name: 'z' } })).toBe(200)
    expect(await names()).toEqual(['c', 'b', 'z'])
  })
  it('204 deletes it', async () => {
    expect(await one('DELETE', 'b')).toBe(204)
    expect(await names()).toEqual(['c', 'a'])
  })
  it('400 for a body, 81 characters, or a new name without one', async () => {
    expect(await one('POST', 'x', { body: {} })).toBe(400)
    expect(await one('POST', 'x'.repeat(81))).toBe(400)
    expect(await one('PUT', 'a', { body: {} })).toBe(400)
  })
  it.each(['GET', 'POST', 'PUT', 'DELETE'])('401 for %s without a token', async (method) => {
    expect(await one(method, 'a', { as: null })).toBe(401)
  })
  it('403 for who may not', async () => {
    expect(await one('GET', 'a', { as: 'roleless' })).toBe(403)
    expect(await one('POST', 'x', { as: 'member' })).toBe(403)
    expect(await one('PUT', 'a', { as: 'member', body: { name: 'x' } })).toBe(403)
    expect(await one('PUT', 'a', { body: { name: 'x', created_at: 'x' } })).toBe(403)
    expect(await one('DELETE', 'a', { as: 'member' })).toBe(403)
  })
  it('403 to delete in a protected namespace', async () => expect(await one('DELETE', 'a', { namespace: 'Safe' })).toBe(403))
  it('404 for an unknown one', async () => {
    expect(await one('GET', 'nope')).toBe(404)
    expect(await one('PUT', 'nope', { body: { name: 'x' } })).toBe(404)
    expect(await one('DELETE', 'nope')).toBe(404)
  })
  it('405 for other methods', async () => expect(await one('PATCH', 'a')).toBe(405))
  it('409 for a name that is taken', async () => {
    expect(await one('POST', 'a')).toBe(409)
    expect(await one('PUT', 'b', { body: { name: 'a' } })).toBe(409)
  })
})

describe('DELETE /v2/metadefs/namespaces/{ns}/tags', () => {
  it('204 leaves none', async () => {
    expect(await all('DELETE')).toBe(204)
    expect(await names()).toEqual([])
  })
  it('401 without a token', async () => expect(await all('DELETE', { as: null })).toBe(401))
  it('403 for who is no administrator', async () => expect(await all('DELETE', { as: 'member' })).toBe(403))
  it('403 in a protected namespace', async () => expect(await all('DELETE', { namespace: 'Safe' })).toBe(403))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('DELETE', { as: 'member', namespace: 'Hidden' })).toBe(404))
})
