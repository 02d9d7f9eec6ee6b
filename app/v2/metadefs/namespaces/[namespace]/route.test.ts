import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import { type MetadefApi, startMetadefApi } from '@/testing/metadef-api'

let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  await api.createNamespace({ namespace: 'Public', visibility: 'public' })
  await api.createNamespace({ namespace: 'Own', owner: 'p-demo' })
  await api.createNamespace({ namespace: 'Safe', protected: true, visibility: 'public' })
})
afterAll(() => api?.stop())

const call = (method: string, name: string, as: Caller | null = 'admin', body?: unknown) =>
  api.status(method, `/namespaces/${name}`, { as, body })

describe('GET /v2/metadefs/namespaces/{ns}', () => {
  it('200 for what is public or the own project’s', async () => {
    expect(await call('GET', 'Public', 'stranger')).toBe(200)
    expect(await call('GET', 'Own', 'reader')).toBe(200)
    expect(await call('GET', 'Own', 'admin')).toBe(200)
  })
  it('200 by an encoded name', async () => {
    await api.createNamespace({ namespace: 'A::B/C', visibility: 'public' })
    expect(await api.read('/namespaces/A%3A%3AB%2FC')).toMatchObject({ namespace: 'A::B/C' })
  })
  it('200 with the names that a type’s prefix makes', async () => {
    const schema = { title: 'P', type: 'string' }
    await api.createNamespace({
      namespace: 'Prefixed',
      visibility: 'public',
      resource_type_associations: [{ name: 'T', prefix: 'hw_' }, { name: 'Bare' }],
      properties: { p: schema },
      objects: [{ name: 'o', required: ['q'], properties: { q: schema } }],
    })
    const names = async (query: string) => {
      const { properties, objects } = await api.read(`/namespaces/Prefixed${query}`)
      return [Object.keys(properties), objects[0].required, Object.keys(objects[0].properties)].flat()
    }
    expect(await names('?resource_type=T')).toEqual(['hw_p', 'hw_q', 'hw_q'])
    expect(await names('?resource_type=Bare')).toEqual(['p', 'q', 'q'])
    expect(await names('?resource_type=nope&other=1')).toEqual(['p', 'q', 'q'])
  })
  it('401 without a token', async () => expect(await call('GET', 'Public', null)).toBe(401))
  it('403 without a role', async () => expect(await call('GET', 'Public', 'roleless')).toBe(403))
  it('404 hides a private one from another project', async () => {
    expect(await call('GET', 'Own', 'stranger')).toBe(404)
    expect(await call('GET', 'nope')).toBe(404)
  })
  it('405 names what is allowed', async () => {
    const response = await api.call('PATCH', '/namespaces/Public')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT, DELETE'])
  })
})

describe('PUT /v2/metadefs/namespaces/{ns}', () => {
  it('200 replaces its own attributes, and leaves what it holds', async () => {
    const full = {
      display_name: 'D',
      description: 'D',
      visibility: 'public',
      protected: true,
      owner: 'p-demo',
      tags: [{ name: 't' }],
    }
    await api.createNamespace({ namespace: 'Old', ...full })
    const body = { namespace: 'New', tags: [], properties: { ignored: {} } }
    const changed = await (await api.call('PUT', '/namespaces/Old', { as: 'admin', body })).json()
    expect(changed).toMatchObject({ namespace: 'New', visibility: 'private', protected: false, owner: 'p-demo' })
    expect(changed).not.toHaveProperty('description')
    expect(await api.read('/namespaces/New', { as: 'admin' })).toMatchObject({ tags: [{ name: 't' }] })
    expect(await call('GET', 'Old')).toBe(404)
  })
  it('400 without a namespace', async () => expect(await call('PUT', 'Public', 'admin', { description: 'x' })).toBe(400))
  it('401 without a token', async () => expect(await call('PUT', 'Public', null, { namespace: 'Public' })).toBe(401))
  it('403 for who is no administrator', async () => expect(await call('PUT', 'Own', 'member', { namespace: 'Own' })).toBe(403))
  it('403 for what only the service writes', async () =>
    expect(await call('PUT', 'Public', 'admin', { namespace: 'Public', created_at: 'x' })).toBe(403))
  it('404 for who cannot see it', async () => expect(await call('PUT', 'Own', 'stranger', { namespace: 'Own' })).toBe(404))
  it('409 for a name that is taken', async () => expect(await call('PUT', 'Own', 'admin', { namespace: 'Public' })).toBe(409))
})

describe('DELETE /v2/metadefs/namespaces/{ns}', () => {
  it('204 with all that it holds', async () => {
    const contents = { tags: [{ name: 't' }], properties: { p: { title: 'P', type: 'string' } }, objects: [{ name: 'o' }] }
    await api.createNamespace({ namespace: 'Going', ...contents, resource_type_associations: [{ name: 'T' }] })
    expect(await call('DELETE', 'Going')).toBe(204)
    expect(await call('GET', 'Going')).toBe(404)
    await api.createNamespace({ namespace: 'Going' })
    expect(await api.read('/namespaces/Going', { as: 'admin' })).not.toHaveProperty('tags')
  })
  it('401 without a token', async () => expect(await call('DELETE', 'Public', null)).toBe(401))
  it('403 for who is no administrator', async () => expect(await call('DELETE', 'Own', 'member')).toBe(403))
  it('403 for what is protected, for administrators too', async () => expect(await call('DELETE', 'Safe')).toBe(403))
  it('404 for who cannot see it', async () => expect(await call('DELETE', 'Own', 'stranger')).toBe(404))
})
