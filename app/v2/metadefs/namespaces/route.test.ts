import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import { type MetadefApi, startMetadefApi } from '@/testing/metadef-api'

let api: MetadefApi
beforeAll(async () => {
  api = await startMetadefApi()
  await api.createNamespace({ namespace: 'A', owner: 'p-demo', display_name: 'z', resource_type_associations: [{ name: 'T1' }] })
  await api.createNamespace({
    namespace: 'B',
    visibility: 'public',
    owner: 'p-list',
    resource_type_associations: [{ name: 'T2' }],
  })
  await api.createNamespace({ namespace: 'C', owner: 'p-other', display_name: 'a', resource_type_associations: [{ name: 'T1' }] })
})
afterAll(() => api?.stop())

interface Listed {
  namespaces: { namespace: string }[]
  next?: string
}
const ours = /^[ABC]$/
const names = async (query = '', as: Caller = 'member') =>
  ((await api.read(`/namespaces${query}`, { as })) as Listed).namespaces
    .map(({ namespace }) => namespace)
    .filter((name) => ours.test(name))
const list = (query: string, as: Caller | null = 'member') => api.status('GET', `/namespaces${query}`, { as })
const post = (body: unknown, as: Caller | null = 'admin') => api.status('POST', '/namespaces', { as, body })

describe('GET /v2/metadefs/namespaces', () => {
  it('200 newest first, public ones and those of the own project', async () => {
    expect(await names()).toEqual(['B', 'A'])
    expect(await names('', 'stranger')).toEqual(['C', 'B'])
    expect(await names('', 'admin')).toEqual(['C', 'B', 'A'])
  })
  it('200 with associations, but without what namespaces hold', async () => {
    await api.createNamespace({
      namespace: 'Full',
      visibility: 'public',
      tags: [{ name: 't' }],
      resource_type_associations: [{ name: 'T9' }],
    })
    const { namespaces, schema } = await api.read('/namespaces?resource_types=T9')
    expect(schema).toBe('/v2/schemas/metadefs/namespaces')
    expect(namespaces).toHaveLength(1)
    expect(namespaces[0].resource_type_associations).toEqual([
      { name: 'T9', created_at: expect.any(String), updated_at: expect.any(String) },
    ])
    expect(namespaces[0]).not.toHaveProperty('tags')
  })
  it('200 only of a visibility', async () => {
    expect(await names('?visibility=private')).toEqual(['A'])
    expect(await names('?visibility=public')).toEqual(['B'])
  })
  it('200 used on any of the types', async () => {
    expect(await names('?resource_types=T1', 'admin')).toEqual(['C', 'A'])
    expect(await names('?resource_types=T1,T2', 'admin')).toEqual(['C', 'B', 'A'])
    expect(await names('?resource_types=none', 'admin')).toEqual([])
  })
  it('200 sorted', async () => {
    expect(await names('?limit=1000&sort_key=namespace&sort_dir=asc', 'admin')).toEqual(['A', 'B', 'C'])
    expect(await names('?limit=1000&sort_key=display_name&sort_dir=desc', 'admin')).toEqual(['A', 'C', 'B'])
  })
  it.each(['created_at', 'updated_at', 'namespace', 'display_name', 'owner', 'visibility', 'protected', 'id'])(
    '200 page by page in the order of %s',
    async (key) => {
      const whole = ((await api.read(`/namespaces?limit=1000&sort_key=${key}`)) as Listed).namespaces.map((one) => one.namespace)
      const paged: string[] = []
      let path: string | undefined = `/namespaces?limit=7&sort_key=${key}`
      while (path) {
        const page = (await api.read(path)) as Listed
        paged.push(...page.namespaces.map(({ namespace }) => namespace))
        path = page.next?.replace('/v2/metadefs', '')
      }
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(whole.length)
    },
  )
  it('200 with Vitrine’s own definitions in a new database', async () => {
    const { namespaces } = await api.read('/namespaces?resource_types=OS::Nova::Flavor&limit=1000')
    expect(namespaces).toContainEqual(expect.objectContaining({ namespace: 'OS::Compute::Watchdog', protected: true }))
  })
  it('200 without a next page after the last', async () =>
    expect(await api.read('/namespaces?limit=1000')).not.toHaveProperty('next'))
  it('200 for none', async () => expect(await api.read('/namespaces?limit=0')).toMatchObject({ namespaces: [] }))
  it('200 whatever unknown parameters say', async () => expect(await list('?nope=1')).toBe(200))
  it.each(['limit=-1', 'limit=x', 'sort_key=nope', 'sort_dir=up', 'visibility=shared'])('400 for %s', async (query) => {
    expect(await list(`?${query}`)).toBe(400)
  })
  it('401 without a token', async () => expect(await list('', null)).toBe(401))
  it('403 without a role, and for tokens of no project', async () => {
    expect(await list('', 'roleless')).toBe(403)
    expect(await list('', 'systemAdmin')).toBe(403)
  })
  it('404 for a marker that the caller cannot see', async () => {
    expect(await list('?marker=nope')).toBe(404)
    expect(await list('?marker=C')).toBe(404)
  })
  it('405 names what is allowed', async () => {
    const response = await api.call('DELETE', '/namespaces')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
  })
})

describe('POST /v2/metadefs/namespaces', () => {
  it('201 with defaults, and nothing that is not set', async () => {
    const response = await api.call('POST', '/namespaces', { as: 'admin', body: { namespace: 'OS::New One' } })
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe(`${api.server.url}/v2/metadefs/namespaces/OS::New%20One`)
    const body = (await response.json()) as Record<string, unknown>
    expect(body).toEqual({
      namespace: 'OS::New One',
      visibility: 'private',
      protected: false,
      owner: 'p-admin',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      updated_at: body.created_at,
      self: '/v2/metadefs/namespaces/OS::New%20One',
      schema: '/v2/schemas/metadefs/namespace',
    })
  })
  it('201 with all that it holds', async () => {
    const contents = {
      resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'x_', properties_target: 'image' }],
      properties: { size: { title: 'Size', type: 'integer', minimum: 1 } },
      tags: [{ name: 'one' }, { name: 'two' }],
    }
    const objects = [{ name: 'o', required: ['p'], properties: { p: { title: 'P', type: 'string' } } }]
    const response = await api.call('POST', '/namespaces', { as: 'admin', body: { namespace: 'Whole', ...contents, objects } })
    expect(response.status).toBe(201)
    const body = (await response.json()) as { objects: unknown[] }
    expect(body).toMatchObject(contents)
    expect(body.objects).toEqual([
      {
        ...objects[0],
        created_at: expect.any(String),
        updated_at: expect.any(String),
        self: '/v2/metadefs/namespaces/Whole/objects/o',
        schema: '/v2/schemas/metadefs/object',
      },
    ])
  })
  it.each([
    ['no name', {}],
    ['an empty name', { namespace: '' }],
    ['81 characters', { namespace: 'x'.repeat(81) }],
    ['a long description', { namespace: 'Bad', description: 'x'.repeat(501) }],
    ['an unknown visibility', { namespace: 'Bad', visibility: 'shared' }],
    ['an unknown key', { namespace: 'Bad', nope: 1 }],
    ['a property without a title', { namespace: 'Bad', properties: { p: { type: 'string' } } }],
    ['an unknown key of a property', { namespace: 'Bad', properties: { p: { title: 'P', type: 'string', nope: 1 } } }],
    ['NUL', { namespace: 'Bad', display_name: 'a\0b' }],
    ['a list', []],
  ])('400 for %s', async (_, body) => expect(await post(body)).toBe(400))
  it('201 counts characters, not bytes', async () => expect(await post({ namespace: '🐧'.repeat(80) })).toBe(201))
  it('400 without a body', async () => expect(await post(undefined)).toBe(400))
  it('401 without a token', async () => expect(await post({ namespace: 'N' }, null)).toBe(401))
  it('403 for who is no administrator', async () => expect(await post({ namespace: 'N' }, 'member')).toBe(403))
  it.each(['self', 'schema', 'created_at', 'updated_at'])('403 for %s', async (key) => {
    expect(await post({ namespace: 'N', [key]: 'x' })).toBe(403)
  })
  it('409 for a name that is taken, and for what repeats itself, leaving nothing', async () => {
    expect(await post({ namespace: 'A' })).toBe(409)
    expect(await post({ namespace: 'Half', tags: [{ name: 't' }, { name: 't' }] })).toBe(409)
    expect(await post({ namespace: 'Half', resource_type_associations: [{ name: 'T' }, { name: 'T' }] })).toBe(409)
    expect(await api.status('GET', '/namespaces/Half', { as: 'admin' })).toBe(404)
  })
})
