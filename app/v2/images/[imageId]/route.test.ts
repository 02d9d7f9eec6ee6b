import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '@/lib/contract/image'
import type { Caller } from '@/testing/identities'
import { type ImageApi, patch20, patch21, startImageApi } from '@/testing/image-api'

let api: ImageApi
let own: ImageView
beforeAll(async () => {
  api = await startImageApi()
  own = await api.create({ name: 'own', os_distro: 'debian' })
})
afterAll(() => api?.stop())

const unknown = '00000000-0000-4000-8000-000000000000'

describe('GET /v2/images/{id}', () => {
  const get = (id: string, as: Caller | null = 'member') => api.status('GET', `/v2/images/${id}`, { as })

  it('200 with the image', async () => expect(await api.show(own.id)).toEqual(own))
  it('200 for a reader of its project', async () => expect(await get(own.id, 'reader')).toBe(200))
  it('200 for an administrator', async () => expect(await get(own.id, 'admin')).toBe(200))
  it('200 for everybody when public or community', async () => {
    for (const visibility of ['public', 'community']) {
      expect(await get((await api.create({ visibility }, 'admin')).id, 'stranger')).toBe(200)
    }
  })
  it('200 for everybody when it has no owner', async () => {
    expect(await get((await api.create({ owner: null }, 'admin')).id, 'stranger')).toBe(200)
  })
  it('401 without a token', async () => expect(await get(own.id, null)).toBe(401))
  it('404 hides it from another project', async () => expect(await get(own.id, 'stranger')).toBe(404))
  it.each(['roleless', 'unscoped', 'domainAdmin', 'systemAdmin'] as const)('404 for %s', async (as) => {
    expect(await get(own.id, as)).toBe(404)
  })
  it('404 when unknown', async () => expect(await get(unknown)).toBe(404))
  it('404 for what is no id', async () => {
    for (const id of ['x', '%00', 'x'.repeat(300), '__proto__']) expect(await get(id)).toBe(404)
  })
  it('405 for other methods', async () => {
    const response = await api.call('POST', `/v2/images/${own.id}`)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, PATCH, DELETE')
    expect(await api.status('HEAD', `/v2/images/${own.id}`)).toBe(405)
  })
})

describe('PATCH /v2/images/{id}', () => {
  const patch = async (operations: unknown, { as = 'member' as Caller, id = own.id, type = patch21, since = '' } = {}) => {
    const headers = { 'content-type': type, ...(since && { 'if-unmodified-since': since }) }
    return api.status('PATCH', `/v2/images/${id}`, { as, headers, body: operations })
  }
  const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }]

  it('200 with the changed image', async () => {
    const { id } = await api.create({ a: '1', b: '2', 'x/y': '3' })
    const response = await api.patch(id, [
      { op: 'replace', path: '/name', value: 'new' },
      { op: 'add', path: '/a', value: '9' },
      { op: 'remove', path: '/b' },
      { op: 'replace', path: '/x~1y', value: '4' },
      { op: 'add', path: '/c', value: '5' },
      { op: 'add', path: '/tags', value: ['t', 't'] },
      { op: 'replace', path: '/min_disk', value: 7 },
    ])
    expect(response.status).toBe(200)
    const image = await response.json()
    expect(image).toMatchObject({ name: 'new', a: '9', 'x/y': '4', c: '5', tags: ['t'], min_disk: 7 })
    expect(image).not.toHaveProperty('b')
    expect(await api.show(id)).toEqual(image)
  })
  it('200 in the older dialect, with parameters of the type', async () => {
    const { id } = await api.create({ a: '1' })
    const operations = [{ replace: '/name', value: 'old style' }, { add: '/b', value: '2' }, { remove: '/a' }]
    expect(await patch(operations, { id, type: `${patch20}; charset=UTF-8` })).toBe(200)
    expect(await api.show(id)).toMatchObject({ name: 'old style', b: '2' })
  })
  it('200 and unchanged for no operation', async () => {
    expect(await patch([])).toBe(200)
    expect(await api.show(own.id)).toEqual(own)
  })
  it('200 with nothing saved of what a later operation refuses', async () => {
    expect(await patch([...replace('/name', 'half'), { op: 'remove', path: '/nope' }])).toBe(409)
    expect(await api.show(own.id)).toEqual(own)
  })
  it('200 for the owner by an administrator', async () => {
    const { id } = await api.create()
    expect(await patch(replace('/owner', 'p-other'), { id, as: 'admin' })).toBe(200)
    expect(await api.status('GET', `/v2/images/${id}`)).toBe(404)
  })
  it('200 for community by its member', async () => {
    const { id } = await api.create()
    expect(await patch(replace('/visibility', 'community'), { id })).toBe(200)
  })
  it.each([
    ['no array', {}],
    ['an element that is no object', [7]],
    ['an unknown operation', [{ op: 'test', path: '/name', value: 'x' }]],
    ['no path', [{ op: 'remove' }]],
    ['no value', [{ op: 'add', path: '/x' }]],
    ['a pointer without its slash', replace('name', 'x')],
    ['a pointer with a slash at its end', replace('/name/', 'x')],
    ['a pointer with an empty step', replace('//name', 'x')],
    ['a pointer with a bare tilde', replace('/na~me', 'x')],
    ['a pointer that is too deep', replace('/tags/-', 'x')],
    ['a location that is not deep enough', [{ op: 'add', path: '/locations', value: {} }]],
    ['a wrong value', replace('/min_ram', null)],
    ['a wrong format', replace('/disk_format', 'floppy')],
    ['a property that is no string', [{ op: 'add', path: '/x', value: 1 }]],
    ['a long property name', [{ op: 'add', path: `/${'x'.repeat(256)}`, value: '1' }]],
    ['an unknown visibility', replace('/visibility', 'secret')],
  ])('400 for %s', async (_, operations) => expect(await patch(operations)).toBe(400))
  it.each([
    ['no operation', [{ value: 'x' }]],
    ['two operations', [{ add: '/a', remove: '/a', value: 'x' }]],
  ])('400 in the older dialect for %s', async (_, operations) => expect(await patch(operations, { type: patch20 })).toBe(400))
  it.each(['id', 'status', 'size', 'checksum', 'stores', 'os_hash_value', 'direct_url', 'deleted', 'location', 'os_glance_x'])(
    '403 for %s',
    async (name) => expect(await patch(replace(`/${name}`, 'x'))).toBe(403),
  )
  it('403 to remove what belongs to every image', async () => expect(await patch([{ op: 'remove', path: '/name' }])).toBe(403))
  it('403 for locations', async () => expect(await patch(replace('/locations', []))).toBe(403))
  it('403 for the owner by its member', async () => expect(await patch(replace('/owner', 'p-other'))).toBe(403))
  it('403 to publish by its member', async () => expect(await patch(replace('/visibility', 'public'))).toBe(403))
  it('403 for a reader', async () => expect(await patch(replace('/name', 'x'), { as: 'reader' })).toBe(403))
  it('403 for who can see it only', async () => {
    const { id } = await api.create({ visibility: 'community' })
    expect(await patch(replace('/name', 'x'), { id, as: 'stranger' })).toBe(403)
  })
  it('403 for the formats of an active image', async () => {
    const { id } = await api.createActive('x')
    expect(await patch(replace('/disk_format', 'qcow2'), { id })).toBe(403)
  })
  it('404 for who cannot see it', async () => expect(await patch(replace('/name', 'x'), { as: 'stranger' })).toBe(404))
  it.each(['replace', 'remove'])('409 to %s a property that does not exist', async (op) => {
    for (const path of ['/nope', '/constructor']) expect(await patch([{ op, path, value: 'x' }])).toBe(409)
  })
  it('409 to add what exists, in the older dialect', async () => {
    expect(await patch([{ add: '/os_distro', value: 'x' }], { type: patch20 })).toBe(409)
    expect(await patch([{ add: '/name', value: 'x' }], { type: patch20 })).toBe(409)
  })
  it('412 after a change of which the client does not know, and 200 where it knows the last one', async () => {
    const { id, updated_at } = await api.create()
    const renamed = (since: string) => patch(replace('/name', 'x'), { id, since })
    expect(await renamed('Thu, 01 Jan 2026 00:00:00 GMT')).toBe(412)
    expect(await renamed(new Date(updated_at).toUTCString())).toBe(200)
    expect(await renamed('yesterday')).toBe(200)
  })
  it('413 for too many properties or tags', async () => {
    const many = [...Array(129)].map((_, i) => ({ op: 'add', path: `/p${i}`, value: 'x' }))
    expect(await patch(many)).toBe(413)
    expect(
      await patch(
        replace(
          '/tags',
          [...Array(129)].map((_, i) => `t${i}`),
        ),
      ),
    ).toBe(413)
  })
  it.each(['application/json', 'application/json-patch+json', ''])('415 for %s, with what is accepted', async (type) => {
    const response = await api.call('PATCH', `/v2/images/${own.id}`, { headers: { 'content-type': type }, body: [] })
    expect(response.status).toBe(415)
    expect(response.headers.get('accept-patch')).toBe(`${patch20}, ${patch21}`)
  })
})

describe('DELETE /v2/images/{id}', () => {
  const remove = (id: string, as: Caller = 'member', body?: unknown) => api.status('DELETE', `/v2/images/${id}`, { as, body })

  it('204 for a queued image', async () => {
    const { id } = await api.create()
    expect(await remove(id)).toBe(204)
    expect(await remove(id)).toBe(404)
    expect(await api.status('GET', `/v2/images/${id}`, { as: 'admin' })).toBe(404)
  })
  it('204 for an active image, with its bytes', async () => {
    const { id } = await api.createActive('bytes')
    expect(await remove(id)).toBe(204)
    expect(await api.server.services.images.hasData(id)).toBe(false)
    const url = `file://${api.server.services.config.glance_store.filesystem_store_datadir}/${id}`
    await expect(api.server.services.data.open({ url })).rejects.toMatchObject({ kind: 'notFound' })
  })
  it('400 with a body', async () => expect(await remove(own.id, 'member', {})).toBe(400))
  it('403 when protected, for anybody', async () => {
    const { id } = await api.create({ protected: true })
    expect(await remove(id)).toBe(403)
    expect(await remove(id, 'admin')).toBe(403)
  })
  it('403 for a reader', async () => expect(await remove(own.id, 'reader')).toBe(403))
  it('403 for who can see it only', async () => {
    expect(await remove((await api.create({ visibility: 'community' })).id, 'stranger')).toBe(403)
  })
  it('404 for who cannot see it', async () => expect(await remove(own.id, 'stranger')).toBe(404))
})
