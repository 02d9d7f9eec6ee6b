import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageListView } from '@/lib/contract/image'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
  for (const name of ['a', 'b', 'c']) await api.create({ name, tags: ['t', name], hw_disk_bus: 'virtio' })
  await api.create({ name: 'public', visibility: 'public' }, 'admin')
  await api.create({ name: 'community', visibility: 'community' }, 'stranger')
  await api.create({ name: 'private', visibility: 'private' }, 'stranger')
})
afterAll(() => api?.stop())

const list = async (query = '', as: Caller = 'member') =>
  (await (await api.call('GET', `/v2/images${query}`, { as })).json()) as ImageListView
const names = async (query = '', as: Caller = 'member') => (await list(query, as)).images.map(({ name }) => name)

describe('GET /v2/images', () => {
  it('200 newest first, with the document’s links', async () => {
    const document = await list()
    expect(document.images.map(({ name }) => name)).toEqual(['public', 'c', 'b', 'a'])
    expect(document).toMatchObject({ first: '/v2/images', schema: '/v2/schemas/images' })
    expect(document).not.toHaveProperty('next')
    expect(document.images.at(-1)).toMatchObject({ hw_disk_bus: 'virtio', tags: ['t', 'a'] })
  })
  it('200 page by page, each link repeating the whole query', async () => {
    const first = await list('?limit=1&tag=t&tag=a&sort_key=name&sort_key=id&sort_dir=asc')
    expect(first.next).toBeUndefined()
    const page = await list('?limit=1&tag=t&sort_key=name&sort_key=id&sort_dir=asc')
    expect(page.first).toBe('/v2/images?limit=1&tag=t&sort_key=name&sort_key=id&sort_dir=asc')
    expect(page.next).toBe(`${page.first}&marker=${page.images[0]?.id}`)
    const second = await list((page.next ?? '').replace('/v2/images', ''))
    expect(second.images.map(({ name }) => name)).toEqual(['b'])
    expect(second.first).toBe(page.first)
  })
  it('200 below a minor version still links to /v2', async () => {
    const response = await api.call('GET', '/v2.9/images?limit=1')
    expect(((await response.json()) as ImageListView).next).toMatch(/^\/v2\/images\?limit=1&marker=/)
  })
  it('200 empty and without next for a limit of 0', async () => {
    const document = await list('?limit=0')
    expect(document.images).toEqual([])
    expect(document).not.toHaveProperty('next')
  })
  it('200 clamps a limit that is too large', async () => expect(await names('?limit=5000')).toHaveLength(4))
  it('200 with what is equal in the direction that is given, where that is one', async () => {
    expect(await names('?tag=t&status=queued&sort=status:asc')).toEqual(
      (await names('?tag=t&status=queued&sort=status:desc')).toReversed(),
    )
    expect(await names('?tag=t&status=queued&sort=status:asc,size:asc')).toEqual(
      await names('?tag=t&status=queued&sort=status:desc'),
    )
  })
  it('200 sorted in the short style', async () => {
    expect(await names('?sort=name:asc')).toEqual(['a', 'b', 'c', 'public'])
    expect(await names('?sort=status:asc,name')).toEqual(['public', 'c', 'b', 'a'])
  })
  it('200 filtered', async () => {
    expect(await names('?name=in:a,b&sort=name:asc')).toEqual(['a', 'b'])
    expect(await names('?tag=t&tag=b')).toEqual(['b'])
    expect(await names('?hw_disk_bus=virtio&name=c')).toEqual(['c'])
    expect(await names('?name=foo:bar')).toEqual([])
    expect(await names('?locations=x')).toEqual([])
    expect(await names('?deleted=true')).toHaveLength(4)
  })
  it('200 with what the visibility asks for', async () => {
    expect(await names('?visibility=community')).toEqual(['community'])
    expect(await names('?visibility=all&sort=name:asc')).toEqual(['a', 'b', 'c', 'community', 'public'])
    expect(await names('?visibility=all', 'admin')).toHaveLength(6)
    expect(await names('', 'admin')).not.toContain('community')
    expect(await names('?visibility=')).toEqual([])
  })
  it('200 for a reader', async () => expect(await api.status('GET', '/v2/images', { as: 'reader' })).toBe(200))
  it.each([
    'limit=-1',
    'limit=x',
    'limit=',
    'marker=00000000-0000-4000-8000-000000000000',
    'sort_key=owner',
    'sort_dir=up',
    'sort_dir=',
    'sort_key=name&sort_key=id&sort_key=size&sort_dir=asc&sort_dir=asc',
    'sort=name:asc&sort_dir=asc',
    'sort=nonsense',
    'sort=name:up',
    'name=neq:x',
    'name=in:%22a,b',
    'created_at=yesterday',
    'created_at=like:2020-01-01',
    'size_min=x',
    'color_max=3',
    'visibility=secret',
    'member_status=',
    'member_status=maybe',
    'os_hidden=',
    'os_hidden=maybe',
    'protected=True',
    'protected=',
    'changes-since=2020-01-01',
    'name=%00',
    'name=%ff',
  ])('400 for %s', async (query) => expect(await api.status('GET', `/v2/images?${query}`)).toBe(400))
  it('400 with a body', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      const headers = { 'x-auth-token': 'member', 'content-length': 2 }
      request(`${api.server.url}/v2/images`, { headers }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end('{}')
    })
    expect(status).toBe(400)
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/images', { as: null })).toBe(401))
  it.each(['roleless', 'unscoped', 'domainAdmin', 'systemAdmin'] as const)('403 for %s', async (as) => {
    expect(await api.status('GET', '/v2/images', { as })).toBe(403)
  })
})
