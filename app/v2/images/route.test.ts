import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

const post = (body: unknown, as: Parameters<ImageApi['create']>[1] | null = 'member') =>
  api.status('POST', '/v2/images', { as, body })

describe('POST /v2/images', () => {
  it('201 with the image and its absolute address', async () => {
    const response = await api.call('POST', '/v2/images', { body: { name: 'a', os_distro: 'debian', tags: ['x', 'x'] } })
    expect(response.status).toBe(201)
    const image = (await response.json()) as Record<string, unknown>
    expect(response.headers.get('location')).toBe(`${api.server.url}/v2/images/${image.id}`)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('x-openstack-request-id')).toMatch(/^req-/)
    expect(image).toEqual({
      os_distro: 'debian',
      name: 'a',
      disk_format: null,
      container_format: null,
      visibility: 'shared',
      size: null,
      virtual_size: null,
      status: 'queued',
      checksum: null,
      protected: false,
      min_ram: 0,
      min_disk: 0,
      owner: 'p-demo',
      os_hidden: false,
      os_hash_algo: null,
      os_hash_value: null,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      updated_at: image.created_at,
      tags: ['x'],
      self: `/v2/images/${image.id}`,
      file: `/v2/images/${image.id}/file`,
      schema: '/v2/schemas/image',
    })
  })
  it('201 whatever the content type says', async () => {
    expect(await api.status('POST', '/v2/images', { body: '{}', headers: { 'content-type': 'text/plain' } })).toBe(201)
  })
  it('201 keeps the letter case of a given id', async () => {
    const id = 'ABCDEF00-0000-4000-8000-00000000000a'
    expect((await api.create({ id })).id).toBe(id)
  })
  it('201 for a public image of an administrator', async () => expect(await post({ visibility: 'public' }, 'admin')).toBe(201))
  it('201 for a community image of a member', async () => expect(await post({ visibility: 'community' })).toBe(201))
  it('201 for another owner by an administrator', async () => expect(await post({ owner: 'p-x' }, 'admin')).toBe(201))
  it('201 with letters beyond the basic plane', async () => expect((await api.create({ name: '🐧' })).name).toBe('🐧'))
  it('201 with names that JavaScript has other uses for', async () => {
    const body = '{"toString": "a", "constructor": "b"}'
    const image = await (await api.call('POST', '/v2/images', { body })).text()
    expect(image).toContain('"constructor":"b"')
    expect(image).toContain('"toString":"a"')
  })
  it('400 without a body', async () => expect(await api.status('POST', '/v2/images')).toBe(400))
  it.each([
    ['malformed JSON', '{'],
    ['a scalar', '7'],
    ['what is nested without end', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['the name __proto__', '{"__proto__":"x"}'],
    ['an object under the name __proto__', '{"__proto__":{"visibility":"public"}}'],
    ['a list', []],
    ['a name that is no string', { name: 7 }],
    ['a name of 256 characters', { name: 'x'.repeat(256) }],
    ['a name with NUL', { name: 'a\0b' }],
    ['an unknown disk format', { disk_format: 'floppy' }],
    ['an unknown visibility', { visibility: 'secret' }],
    ['a negative number', { min_ram: -1 }],
    ['a number beyond 32 bits', { min_disk: 2147483648 }],
    ['a number as text', { min_disk: '1' }],
    ['a flag as text', { protected: 'true' }],
    ['a property that is no string', { my_property: 1 }],
    ['a property that is null', { my_property: null }],
    ['a property beyond 64 KiB', { my_property: 'ä'.repeat(40_000) }],
    ['a property name of 256 characters', { ['x'.repeat(256)]: 'y' }],
    ['a tag of 256 characters', { tags: ['x'.repeat(256)] }],
    ['an id that is no UUID', { id: 'x' }],
    ['a kernel_id that is no UUID', { kernel_id: 'x' }],
  ])('400 for %s', async (_, body) => expect(await post(body)).toBe(400))
  it('401 without a token, with Keystone’s address', async () => {
    const response = await api.call('POST', '/v2/images', { as: null, body: {} })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Keystone uri="http/)
    expect(response.headers.has('x-openstack-request-id')).toBe(false)
  })
  it.each(['status', 'size', 'checksum', 'os_hash_algo', 'created_at', 'self', 'stores', 'deleted', 'location', 'os_glance_x'])(
    '403 for the reserved attribute %s',
    async (name) => expect(await post({ [name]: 'x' })).toBe(403),
  )
  it('403 for locations', async () => expect(await post({ locations: [] })).toBe(403))
  it('403 for a public image of a member', async () => expect(await post({ visibility: 'public' })).toBe(403))
  it('403 for another owner', async () => expect(await post({ owner: 'p-other' })).toBe(403))
  it('403 for no owner', async () => expect(await post({ owner: null })).toBe(403))
  it('403 for a reader', async () => expect(await post({}, 'reader')).toBe(403))
  it('403 without a role', async () => expect(await post({}, 'roleless')).toBe(403))
  it('403 for an unscoped token', async () => expect(await post({}, 'unscoped')).toBe(403))
  it('403 for a domain’s administrator', async () => expect(await post({}, 'domainAdmin')).toBe(403))
  it('403 for a system’s administrator', async () => expect(await post({}, 'systemAdmin')).toBe(403))
  it('409 for an id that a deleted image had', async () => {
    const { id } = await api.create()
    expect(await post({ id })).toBe(409)
    await api.status('DELETE', `/v2/images/${id}`)
    expect(await post({ id })).toBe(409)
  })
  it('413 for 129 tags', async () => expect(await post({ tags: [...Array(129)].map((_, i) => `t${i}`) })).toBe(413))
  it('413 for 129 properties', async () => {
    expect(await post(Object.fromEntries([...Array(129)].map((_, i) => [`p${i}`, 'x'])))).toBe(413)
  })
})

describe('/v2/images', () => {
  it.each([
    ['TRACE', '/v2/images', 405, 'GET, POST'],
    ['LOCK', '/v2/images', 405, 'GET, POST'],
    ['TRACE', '/v2/nothing', 501, undefined],
    ['LOCK', '/v2/info/usage', 501, undefined],
    ['PUT', '/v2/nothing', 404, undefined],
    ['PUT', '/v2/info/usage', 404, undefined],
    ['POST', '/v2/images/x/tasks', 404, undefined],
    ['POST', '/v2/cache/x', 405, 'DELETE, PUT'],
    ['OPTIONS', '/v2/nothing', 200, undefined],
  ])('%s %s is %i', async (method, path, status, allow) => {
    // fetch cannot speak all of these.
    const [answer] = await once(
      request(api.server.url + path, { method, headers: { 'x-auth-token': 'member' } }).end(),
      'response',
    )
    answer.resume()
    expect([answer.statusCode, answer.headers.allow]).toEqual([status, allow])
  })
  it('405 for other methods, with what is allowed', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD']) {
      const response = await api.call(method, '/v2/images')
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, POST')
    }
  })
  it('404 with a slash at the end', async () => expect(await api.status('GET', '/v2/images/')).toBe(404))
  it('200 below every announced minor version', async () => expect(await api.status('GET', '/v2.9/images')).toBe(200))
  it('speaks of errors as the client reads them', async () => {
    const type = async (accept: string) =>
      (await api.call('GET', '/v2/images?limit=x', { headers: { accept } })).headers.get('content-type')
    expect(await type('application/json')).toBe('application/json')
    expect(await type('APPLICATION/JSON')).toBe('application/json')
    expect(await type('*/*')).toBe('text/html; charset=UTF-8')
    expect(await type('text/plain')).toBe('text/plain; charset=UTF-8')
  })
})
