import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImageListView } from '@/lib/contract/image'
import type { MemberView } from '@/lib/contract/member'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let id: string
beforeAll(async () => {
  api = await startImageApi()
})
beforeEach(async () => {
  id = (await api.create()).id
  for (const member of ['p-other', 'p-third']) await api.call('POST', `/v2/images/${id}/members`, { body: { member } })
})
afterAll(() => api?.stop())

const path = (member = 'p-other') => `/v2/images/${id}/members/${member}`
const get = (member: string, as: Caller) => api.status('GET', path(member), { as })
const put = (status: unknown, as: Caller = 'stranger', member?: string) =>
  api.status('PUT', path(member), { as, body: { status } })
const remove = (as: Caller, member?: string) => api.status('DELETE', path(member), { as })
const replace = (value: string) => api.patch(id, [{ op: 'replace', path: '/visibility', value }])
const listed = async (query = '') => {
  const response = await api.call('GET', `/v2/images${query}`, { as: 'stranger' })
  return ((await response.json()) as ImageListView).images.some((image) => image.id === id)
}
const seen = (as: Caller = 'stranger') => api.status('GET', `/v2/images/${id}`, { as })

describe('GET /v2/images/{id}/members/{project}', () => {
  it('200 for the owner, the member and an administrator', async () => {
    for (const as of ['member', 'stranger', 'admin'] as const) expect(await get('p-other', as)).toBe(200)
  })
  it('401 without a token', async () => expect(await api.status('GET', path(), { as: null })).toBe(401))
  it('404 for no member', async () => expect(await get('nobody', 'member')).toBe(404))
  it('404 for another member’s record', async () => expect(await get('p-third', 'stranger')).toBe(404))
  it('404 while the image is not shared', async () => {
    await replace('private')
    expect(await get('p-other', 'member')).toBe(404)
    expect(await get('p-other', 'stranger')).toBe(404)
  })
  it('405 for other methods', async () => {
    const response = await api.call('POST', path())
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, PUT, DELETE')
  })
})

describe('PUT /v2/images/{id}/members/{project}', () => {
  it('200 lets the member accept, reject and think again', async () => {
    expect(await listed()).toBe(false)
    expect(await listed('?member_status=pending')).toBe(true)
    expect(await put('accepted')).toBe(200)
    expect(await listed()).toBe(true)
    expect(await put('rejected')).toBe(200)
    expect(await listed()).toBe(false)
    expect(await seen()).toBe(200)
    expect(await put('pending')).toBe(200)
  })
  it('200 for an administrator', async () => expect(await put('accepted', 'admin')).toBe(200))
  it('200 keeps when it was made', async () => {
    const before = (await (await api.call('GET', path())).json()) as MemberView
    const body = { status: 'accepted' }
    const after = (await (await api.call('PUT', path(), { as: 'stranger', body })).json()) as MemberView
    expect(after).toMatchObject({ status: 'accepted', created_at: before.created_at })
  })
  it.each(['', 'maybe', null, 7])('400 for the status %j', async (status) => expect(await put(status)).toBe(400))
  it('400 without a status', async () => {
    expect(await api.status('PUT', path(), { as: 'stranger', body: {} })).toBe(400)
    expect(await api.status('PUT', path(), { as: 'stranger' })).toBe(400)
  })
  it('401 without a token', async () => expect(await api.status('PUT', path(), { as: null, body: {} })).toBe(401))
  it('403 for the owner', async () => expect(await put('accepted', 'member')).toBe(403))
  it('403 for a reader', async () => expect(await put('accepted', 'strangeReader')).toBe(403))
  it('404 for another project’s membership', async () => expect(await put('accepted', 'stranger', 'p-third')).toBe(404))
  it('404 for no member', async () => expect(await put('accepted', 'admin', 'nobody')).toBe(404))
  it('404 once the image is private', async () => {
    await replace('private')
    expect(await put('accepted')).toBe(404)
  })
})

describe('DELETE /v2/images/{id}/members/{project}', () => {
  it('204, and the image is gone for the member', async () => {
    await put('accepted')
    expect(await remove('member')).toBe(204)
    expect(await seen()).toBe(404)
    expect(await listed()).toBe(false)
  })
  it('204 for an administrator', async () => expect(await remove('admin')).toBe(204))
  it('400 with a body', async () => expect(await api.status('DELETE', path(), { body: {} })).toBe(400))
  it('401 without a token', async () => expect(await api.status('DELETE', path(), { as: null })).toBe(401))
  it('403 for the member itself', async () => expect(await remove('stranger')).toBe(403))
  it('403 for a reader', async () => expect(await remove('reader')).toBe(403))
  it('403 while the image is not shared', async () => {
    await replace('community')
    expect(await remove('member')).toBe(403)
  })
  it('404 the second time', async () => {
    await remove('member')
    expect(await remove('member')).toBe(404)
  })
  it('404 for who cannot see the image', async () => {
    await remove('member')
    expect(await remove('stranger', 'p-third')).toBe(404)
  })
})

it('sharing outlives other visibilities', async () => {
  await put('accepted')
  await replace('private')
  expect(await seen()).toBe(404)
  await replace('shared')
  expect(await listed()).toBe(true)
})
