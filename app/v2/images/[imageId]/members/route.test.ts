import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberView } from '@/lib/contract/member'
import type { Caller } from '@/testing/identities'
import { type CallOptions, type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let id: string
beforeAll(async () => {
  api = await startImageApi()
  id = (await api.create()).id
})
afterAll(() => api?.stop())

const path = (image: string) => `/v2/images/${image}/members`
const add = (member: unknown, as: Caller = 'member', image = id) => api.status('POST', path(image), { as, body: { member } })
const post = (options: CallOptions) => api.status('POST', path(id), options)
const list = async (as: Caller, image = id) => {
  const { members } = (await (await api.call('GET', path(image), { as })).json()) as { members: MemberView[] }
  return members.map(({ member_id }) => member_id)
}

describe('POST /v2/images/{id}/members', () => {
  it('200 with the new member', async () => {
    const response = await api.call('POST', path(id), { body: { member: 'p-200' } })
    expect(response.status).toBe(200)
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const member = { member_id: 'p-200', image_id: id, status: 'pending', schema: '/v2/schemas/member' }
    expect(await response.json()).toEqual({ ...member, created_at: time, updated_at: time })
  })
  it('200 for the owner’s own project', async () => expect(await add('p-demo')).toBe(200))
  it('200 for an administrator', async () => expect(await add('p-by-admin', 'admin')).toBe(200))
  it('200 revives a former member as pending, as old as it was', async () => {
    const revived = async () => (await (await api.call('POST', path(id), { body: { member: 'p-back' } })).json()) as MemberView
    const first = await revived()
    await api.call('PUT', `${path(id)}/p-back`, { as: 'admin', body: { status: 'accepted' } })
    await api.call('DELETE', `${path(id)}/p-back`)
    expect(await revived()).toMatchObject({ status: 'pending', created_at: first.created_at })
  })
  it('400 without a body', async () => expect(await post({})).toBe(400))
  it.each([[[]], [{}], [{ member: '' }], [{ member: 7 }], [{ member: ['x'] }], [{ member: 'x'.repeat(256) }]])(
    '400 for %j',
    async (body) => expect(await post({ body })).toBe(400),
  )
  it('401 without a token', async () => expect(await post({ as: null, body: { member: 'x' } })).toBe(401))
  it('403 for a reader', async () => expect(await add('x', 'reader')).toBe(403))
  it('403 for a member', async () => {
    await add('p-other')
    expect(await add('x', 'stranger')).toBe(403)
  })
  it('403 while the image is not shared', async () => {
    const image = await api.create({ visibility: 'private' })
    expect(await add('x', 'member', image.id)).toBe(403)
  })
  it('404 for who cannot see the image', async () => {
    const image = await api.create()
    expect(await add('x', 'stranger', image.id)).toBe(404)
    expect(await add('x', 'member', 'unknown')).toBe(404)
  })
  it('409 for a member', async () => {
    await add('p-twice')
    expect(await add('p-twice')).toBe(409)
  })
  it('413 beyond image_member_quota, even when many come at once', async () => {
    const image = await api.create()
    const statuses = await Promise.all([...Array(140)].map((_, i) => add(`p${i}`, 'member', image.id)))
    expect(statuses.filter((status) => status === 200)).toHaveLength(128)
    expect(statuses.filter((status) => status === 413)).toHaveLength(12)
  })
})

describe('GET /v2/images/{id}/members', () => {
  it('200 with all for the owner and administrators, with itself for a member', async () => {
    const image = await api.create()
    for (const member of ['p-other', 'p-third']) await add(member, 'member', image.id)
    expect(await list('member', image.id)).toEqual(['p-other', 'p-third'])
    expect(await list('reader', image.id)).toEqual(['p-other', 'p-third'])
    expect(await list('admin', image.id)).toEqual(['p-other', 'p-third'])
    expect(await list('stranger', image.id)).toEqual(['p-other'])
  })
  it('200 names its schema', async () => {
    const image = await api.create()
    const response = await api.call('GET', path(image.id))
    expect(await response.json()).toEqual({ members: [], schema: '/v2/schemas/members' })
  })
  it('401 without a token', async () => expect(await api.status('GET', path(id), { as: null })).toBe(401))
  it('403 while the image is not shared', async () => {
    const image = await api.create({ visibility: 'private' })
    expect(await api.status('GET', path(image.id))).toBe(403)
  })
  it('403 without a role', async () => expect(await api.status('GET', path(id), { as: 'roleless' })).toBe(403))
  it('404 for who cannot see the image', async () => {
    const image = await api.create()
    expect(await api.status('GET', path(image.id), { as: 'stranger' })).toBe(404)
  })
  it('405 for other methods', async () => {
    const response = await api.call('DELETE', path(id))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST')
  })
})
