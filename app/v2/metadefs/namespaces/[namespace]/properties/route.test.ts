import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MetadefApi, partRequests, startMetadefApi } from '@/testing/metadef-api'

const schema = { title: 'P', type: 'string' }
let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  const properties = { kept: schema, other: schema }
  const resource_type_associations = [{ name: 'T', prefix: 'hw_' }, { name: 'Bare' }]
  await api.createNamespace({ namespace: 'N', visibility: 'public', properties, resource_type_associations })
  await api.createNamespace({ namespace: 'Hidden', properties })
  await api.createNamespace({ namespace: 'Safe', protected: true, visibility: 'public', properties })
})
afterAll(() => api?.stop())

const { all, one } = partRequests(() => api, 'properties')
const added = async (body: unknown) => (await api.call('POST', '/namespaces/N/properties', { as: 'admin', body })).json()

describe('GET /v2/metadefs/namespaces/{ns}/properties', () => {
  it('200 by name, and without names inside', async () => {
    expect(await api.read('/namespaces/N/properties')).toEqual({ properties: { kept: schema, other: schema } })
  })
  it('401 without a token', async () => expect(await all('GET', { as: null })).toBe(401))
  it('403 without a role', async () => expect(await all('GET', { as: 'roleless' })).toBe(403))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('GET', { as: 'member', namespace: 'Hidden' })).toBe(404))
  it('405 for other methods', async () => expect(await all('PUT')).toBe(405))
})

describe('POST /v2/metadefs/namespaces/{ns}/properties', () => {
  it('201 with everything that a property can say', async () => {
    const property = {
      name: 'full',
      title: 'F',
      description: 'd',
      type: 'array',
      operators: ['<in>'],
      required: ['a'],
      minimum: 1,
      maximum: 2.5,
      minLength: 0,
      maxLength: 3,
      pattern: '^a',
      enum: ['a', 1],
      readonly: true,
      items: { type: 'string', enum: ['a'] },
      uniqueItems: true,
      minItems: 1,
      maxItems: 2,
      additionalItems: false,
    }
    expect(await added(property)).toEqual(property)
    expect(await api.read('/namespaces/N/properties/full')).toEqual(property)
  })
  it.each([
    [1, '1'],
    [true, 'true'],
    ['text', 'text'],
  ])('201 gives the default %j back as text', async (value, text) => {
    expect(await added({ ...schema, name: `default-${value}`, default: value })).toMatchObject({ default: text })
  })
  it.each([
    ['no name', schema],
    ['no title', { name: 'x', type: 'string' }],
    ['an unknown type', { name: 'x', title: 'X', type: 'text' }],
    ['81 characters', { ...schema, name: 'x'.repeat(81) }],
    ['a negative length', { ...schema, name: 'x', minLength: -1 }],
    ['an unknown key', { ...schema, name: 'x', nope: 1 }],
  ])('400 for %s', async (_, body) => expect(await all('POST', { body })).toBe(400))
  it('401 without a token', async () => expect(await all('POST', { as: null, body: { ...schema, name: 'x' } })).toBe(401))
  it('403 for who is no administrator', async () =>
    expect(await all('POST', { as: 'member', body: { ...schema, name: 'x' } })).toBe(403))
  it('403 for what only the service writes', async () =>
    expect(await all('POST', { body: { ...schema, name: 'x', updated_at: 'x' } })).toBe(403))
  it('404 for a namespace that is not there', async () =>
    expect(await all('POST', { namespace: 'nope', body: { ...schema, name: 'x' } })).toBe(404))
  it('409 for a name that is taken', async () => expect(await all('POST', { body: { ...schema, name: 'kept' } })).toBe(409))
})

describe('GET /v2/metadefs/namespaces/{ns}/properties/{p}', () => {
  it('200 with its name', async () =>
    expect(await api.read('/namespaces/N/properties/kept')).toEqual({ ...schema, name: 'kept' }))
  it('200 by the name that it has on a type', async () => {
    expect(await api.read('/namespaces/N/properties/hw_kept?resource_type=T')).toMatchObject({ name: 'kept' })
    expect(await api.read('/namespaces/N/properties/kept?resource_type=Bare')).toMatchObject({ name: 'kept' })
  })
  it('401 without a token', async () => expect(await one('GET', 'kept', { as: null })).toBe(401))
  it('403 without a role', async () => expect(await one('GET', 'kept', { as: 'roleless' })).toBe(403))
  it('404 for an unknown one, a wrong prefix, an unknown type', async () => {
    for (const path of ['nope', 'kept?resource_type=T', 'kept?resource_type=nope']) expect(await one('GET', path)).toBe(404)
  })
  it('405 for other methods', async () => expect(await one('POST', 'kept')).toBe(405))
})

describe('PUT /v2/metadefs/namespaces/{ns}/properties/{p}', () => {
  it('200 replaces it, and renames', async () => {
    await added({ ...schema, name: 'old', description: 'd' })
    const body = { name: 'new', title: 'New', type: 'integer' }
    const response = await api.call('PUT', '/namespaces/N/properties/old', { as: 'admin', body })
    expect([response.status, await response.json()]).toEqual([200, body])
    expect(await one('GET', 'old')).toBe(404)
  })
  it('200 in a protected namespace', async () =>
    expect(await one('PUT', 'other', { namespace: 'Safe', body: { ...schema, name: 'other' } })).toBe(200))
  it('400 without a title', async () => expect(await one('PUT', 'kept', { body: { name: 'kept', type: 'string' } })).toBe(400))
  it('401 without a token', async () =>
    expect(await one('PUT', 'kept', { as: null, body: { ...schema, name: 'kept' } })).toBe(401))
  it('403 for who is no administrator', async () =>
    expect(await one('PUT', 'kept', { as: 'member', body: { ...schema, name: 'kept' } })).toBe(403))
  it('404 for an unknown one', async () => expect(await one('PUT', 'nope', { body: { ...schema, name: 'nope' } })).toBe(404))
  it('409 for a name that is taken', async () =>
    expect(await one('PUT', 'other', { body: { ...schema, name: 'kept' } })).toBe(409))
})

describe('DELETE', () => {
  it('204 one', async () => {
    await added({ ...schema, name: 'going' })
    expect(await one('DELETE', 'going')).toBe(204)
    expect(await one('DELETE', 'going')).toBe(404)
  })
  it('204 all', async () => {
    await api.createNamespace({ namespace: 'Emptied', properties: { a: schema, b: schema } })
    expect(await all('DELETE', { namespace: 'Emptied' })).toBe(204)
    expect(await api.read('/namespaces/Emptied/properties', { as: 'admin' })).toEqual({ properties: {} })
  })
  it('401 without a token', async () =>
    expect([await one('DELETE', 'kept', { as: null }), await all('DELETE', { as: null })]).toEqual([401, 401]))
  it('403 for who is no administrator', async () =>
    expect([await one('DELETE', 'kept', { as: 'member' }), await all('DELETE', { as: 'member' })]).toEqual([403, 403]))
  it('403 in a protected namespace', async () =>
    expect([await one('DELETE', 'kept', { namespace: 'Safe' }), await all('DELETE', { namespace: 'Safe' })]).toEqual([403, 403]))
  it('404 for who cannot see the namespace', async () =>
    expect(await all('DELETE', { as: 'member', namespace: 'Hidden' })).toBe(404))
})
